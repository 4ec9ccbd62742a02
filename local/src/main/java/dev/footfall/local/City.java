package dev.footfall.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * Where the demo shops are: wherever it is afternoon now, so that they are open and busy whenever somebody looks.
 *
 * @param name for people
 * @param zone whose clock the shops go by
 */
record City(String name, ZoneId zone) {
    /** Three hours ago it was after opening; closing is hours away. */
    private static final LocalTime BEST = LocalTime.of(16, 30);

    private static final List<City> ALL = List.of(
            of("Auckland", "Pacific/Auckland"),
            of("Sydney", "Australia/Sydney"),
            of("Tokyo", "Asia/Tokyo"),
            of("Manila", "Asia/Manila"),
            of("Bangkok", "Asia/Bangkok"),
            of("Dhaka", "Asia/Dhaka"),
            of("Karachi", "Asia/Karachi"),
            of("Dubai", "Asia/Dubai"),
            of("Nairobi", "Africa/Nairobi"),
            of("Athens", "Europe/Athens"),
            of("Berlin", "Europe/Berlin"),
            of("Lisbon", "Europe/Lisbon"),
            of("Praia", "Atlantic/Cape_Verde"),
            of("Nuuk", "America/Nuuk"),
            of("Montevideo", "America/Montevideo"),
            of("Halifax", "America/Halifax"),
            of("New York", "America/New_York"),
            of("Chicago", "America/Chicago"),
            of("Denver", "America/Denver"),
            of("Los Angeles", "America/Los_Angeles"),
            of("Anchorage", "America/Anchorage"),
            of("Honolulu", "Pacific/Honolulu"),
            of("Apia", "Pacific/Apia"));

    private static City of(String name, String zone) {
        return new City(name, ZoneId.of(zone));
    }

    /** The one where it is nearest to half past four in the afternoon. */
    static City inTheAfternoon(Instant now) {
        return ALL.stream()
                .min(Comparator.comparing(city -> city.fromBest(now)))
                .orElseThrow();
    }

    /** What its clocks show. */
    LocalTime time(Instant now) {
        return LocalTime.ofInstant(now, zone);
    }

    private Duration fromBest(Instant now) {
        Duration apart = Duration.between(BEST, time(now)).abs();
        Duration otherWay = Duration.ofDays(1).minus(apart);
        return apart.compareTo(otherWay) < 0 ? apart : otherWay;
    }
}

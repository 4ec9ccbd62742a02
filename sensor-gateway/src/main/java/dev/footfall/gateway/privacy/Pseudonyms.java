package dev.footfall.gateway.privacy;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.StoreDay;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pseudonyms of one store: HMAC-SHA-256 of (space, device, identifier) under a key of the store and the store day, cut
 * to 64 bits. Whoever has no key cannot go back, and nobody can tell that two days saw the same person.
 *
 * <p>Not thread safe. Remembers the pseudonyms of a few days, so that an HMAC is computed once for each person.
 */
public final class Pseudonyms {
    private static final int DAYS_REMEMBERED = 4;
    private static final int MAX_REMEMBERED = 200_000;

    private final Hmac storeKey;
    private final StoreCalendar calendar;
    private final Map<LocalDate, Day> days = new LinkedHashMap<>();
    private StoreDay latestDay;
    private Day latest;

    public Pseudonyms(byte[] storeKey, StoreCalendar calendar) {
        this.storeKey = new Hmac(storeKey);
        this.calendar = calendar;
        this.latestDay = calendar.dayOf(0);
        this.latest = day(latestDay.date());
    }

    /** The pseudonym of a tag at that time; never 0. */
    public long ofTag(String tag, long timeMillis) {
        return at(timeMillis).pseudonym(Space.TAG, "", tag);
    }

    /** The pseudonym of what a device calls {@code id} at that time; never 0. */
    public long of(Space space, String device, String id, long timeMillis) {
        return at(timeMillis).pseudonym(space, device, id);
    }

    private Day at(long timeMillis) {
        if (!latestDay.contains(timeMillis)) {
            latestDay = calendar.dayOf(timeMillis);
            latest = day(latestDay.date());
        }
        return latest;
    }

    private Day day(LocalDate date) {
        Day day = days.get(date);
        if (day == null) {
            if (days.size() == DAYS_REMEMBERED) {
                days.remove(days.keySet().iterator().next());
            }
            day = new Day(new Hmac(storeKey.of(date.toString())));
            days.put(date, day);
        }
        return day;
    }

    private static final class Day {
        private final Hmac key;
        private final Map<Space, Map<String, Map<String, Long>>> known = new EnumMap<>(Space.class);
        private int size;

        Day(Hmac key) {
            this.key = key;
        }

        long pseudonym(Space space, String device, String id) {
            Map<String, Long> ofDevice = known.computeIfAbsent(space, any -> new HashMap<>())
                    .computeIfAbsent(device, any -> new HashMap<>());
            Long pseudonym = ofDevice.get(id);
            if (pseudonym != null) {
                return pseudonym;
            }
            long computed = compute(space, device, id);
            if (size++ == MAX_REMEMBERED) {
                known.clear();
                size = 0;
            } else {
                ofDevice.put(id, computed);
            }
            return computed;
        }

        private long compute(Space space, String device, String id) {
            // identifiers have no such separator
            long value = ByteBuffer.wrap(key.of(space.name() + '/' + device + '/' + id))
                    .getLong();
            return value == 0 ? 1 : value;
        }
    }
}

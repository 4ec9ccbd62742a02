package dev.footfall.floorboard;

import dev.footfall.geofences.Georeference;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Place;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A store beside all others, on one of its days.
 *
 * @param timezone of its times
 * @param capacity how many people may be inside at once, when said
 * @param lat the middle of its floors, degrees; null when its layout has no anchor
 * @param lon likewise
 * @param date of the store day
 * @param today the store's date now
 * @param startMillis of the store day
 * @param endMillis of the store day, exclusive
 * @param weekBeforeMillis start of the same weekday a week before
 */
record ChainStore(
        String id,
        String name,
        String timezone,
        @Nullable Integer capacity,
        @Nullable Double lat,
        @Nullable Double lon,
        String date,
        String today,
        long startMillis,
        long endMillis,
        long weekBeforeMillis) {

    /** @throws Refusal when {@code range} is no day */
    static ChainStore of(StorePack pack, String range, long nowMillis) throws Refusal {
        if (range.equals("live") || range.contains("T")) {
            throw Refusal.badRequest("All stores are shown by day: ask for today, yesterday or a date.");
        }
        TimeRange day = TimeRange.of(range, pack.calendar(), nowMillis);
        StoreDay before = pack.calendar().day(LocalDate.parse(day.date()).minusWeeks(1));
        Layout layout = pack.layoutAt(day.toMillis() - 1);
        Place centre = layout.centre();
        boolean placed = !layout.georeference().equals(Georeference.NONE);
        return new ChainStore(
                pack.config().store(),
                pack.config().name(),
                pack.config().timezone().getId(),
                pack.config().capacity(),
                placed ? centre.latitude() : null,
                placed ? centre.longitude() : null,
                day.date(),
                day.today(),
                day.fromMillis(),
                day.toMillis(),
                before.startMillis());
    }
}

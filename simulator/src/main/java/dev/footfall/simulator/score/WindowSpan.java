package dev.footfall.simulator.score;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.Window;
import java.util.ArrayList;
import java.util.List;

/** A window of a store's calendar: {@code [startMillis, endMillis)}. */
record WindowSpan(Window window, long startMillis, long endMillis, long dayStartMillis) {

    /** The windows, one of each length, that an instant lies in. */
    static List<WindowSpan> around(StoreCalendar calendar, long millis) {
        return Figures.WINDOWS.stream()
                .map(window -> at(calendar, window, millis))
                .toList();
    }

    /** All windows that share time with {@code [fromMillis, untilMillis)}, those of each length in order. */
    static List<WindowSpan> between(StoreCalendar calendar, long fromMillis, long untilMillis) {
        List<WindowSpan> spans = new ArrayList<>();
        for (Window window : Figures.WINDOWS) {
            WindowSpan span = at(calendar, window, fromMillis);
            while (span.startMillis < untilMillis) {
                spans.add(span);
                span = at(calendar, window, span.endMillis);
            }
        }
        return spans;
    }

    private static WindowSpan at(StoreCalendar calendar, Window window, long millis) {
        StoreDay day = calendar.dayOf(millis);
        long start = window.start(day, millis);
        return new WindowSpan(window, start, window.end(day, start), day.startMillis());
    }

    Figures.Cell cell(Figure figure, String subject) {
        return new Figures.Cell(figure, subject, window, startMillis);
    }
}

package dev.footfall.jobs.windows;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.Times;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Which windows are open and when they leave: a window of each length around whatever happens; out when the clock has passed its end by
 * the allowance, or an hour after its day where figures are final by the day.
 */
class OpenWindowsTest {
    private static final Schedule QUARTERS_EVERY_MINUTE = new Schedule(Map.of(Window.QUARTER, 60_000L));

    private static final class Sum implements Bucket {
        int sum;

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeInt(sum);
        }

        static Sum read(DataInput in) throws IOException {
            Sum bucket = new Sum();
            bucket.sum = in.readInt();
            return bucket;
        }
    }

    private final StoreCalendar calendar = new StoreCalendar(ZoneOffset.UTC, LocalTime.of(4, 0));
    private OpenWindows<Sum> windows = new OpenWindows<>(Sum::new);

    private void happens(String time, int amount) {
        windows.around(calendar, at(time)).forEach(bucket -> bucket.sum += amount);
    }

    private List<String> settled(String clock, Finality finality) {
        List<String> taken = new ArrayList<>();
        windows.settle(at(clock), 5_000, finality, taker(taken));
        return taken;
    }

    private List<String> due(String before, String clock) {
        List<String> taken = new ArrayList<>();
        windows.due(QUARTERS_EVERY_MINUTE, at(before), at(clock), taker(taken));
        return taken;
    }

    private static OpenWindows.Taker<Sum> taker(List<String> taken) {
        return (window, start, bucket, status) -> taken.add(
                window.label() + " " + Times.text(start) + ": " + bucket.sum + (status == 1 ? "" : " so far"));
    }

    @Test
    void whatHappens_isInAWindowOfEachLength() {
        happens("10:07:30", 1);
        happens("10:07:40", 2);
        happens("10:14:59.999", 4);
        happens("10:15:00", 8);

        assertThat(settled("2026-05-05T04:00:05Z", Finality.BY_WINDOW))
                .containsExactlyInAnyOrder(
                        "1m 10:07: 3",
                        "1m 10:14: 4",
                        "1m 10:15: 8",
                        "15m 10:00: 7",
                        "15m 10:15: 8",
                        "1h 10:00: 15",
                        "1d 04:00: 15");
    }

    @Test
    void window_whoseEndTheClockHasPassedByTheAllowance_isFinal() {
        happens("10:14:30", 1);

        assertThat(settled("10:15:04.999", Finality.BY_WINDOW)).isEmpty();
        assertThat(settled("10:15:05", Finality.BY_WINDOW)).containsExactly("1m 10:14: 1", "15m 10:00: 1");
        assertThat(settled("10:20", Finality.BY_WINDOW)).isEmpty();
        assertThat(settled("11:00:05", Finality.BY_WINDOW)).containsExactly("1h 10:00: 1");
    }

    @Test
    void finalByDay_windowIsShownOnceWhenPassed_andFinalAnHourAfterTheDay() {
        happens("10:14:30", 1);

        assertThat(settled("10:15:05", Finality.BY_DAY)).containsExactly("1m 10:14: 1 so far", "15m 10:00: 1 so far");
        assertThat(settled("10:15:06", Finality.BY_DAY)).isEmpty();
        happens("10:14:40", 1);
        assertThat(settled("11:00:05", Finality.BY_DAY)).containsExactly("1h 10:00: 2 so far");
        assertThat(settled("2026-05-05T04:00:05Z", Finality.BY_DAY)).containsExactly("1d 04:00: 2 so far");
        assertThat(settled("2026-05-05T04:59:59.999Z", Finality.BY_DAY)).isEmpty();
        assertThat(settled("2026-05-05T05:00:00Z", Finality.BY_DAY))
                .containsExactly("1m 10:14: 2", "15m 10:00: 2", "1h 10:00: 2", "1d 04:00: 2");
    }

    @Test
    void dueWindows_areShownAndStayOpen() {
        happens("10:07:30", 1);

        assertThat(due("10:07:30", "10:07:59.999")).isEmpty();
        assertThat(due("10:07:59.999", "10:08")).containsExactly("15m 10:00: 1 so far");
        happens("10:08:01", 1);
        assertThat(due("10:08", "10:09:30")).containsExactly("15m 10:00: 2 so far");
    }

    @Test
    void windowSettled_isNotDue() {
        happens("10:07:30", 1);
        settled("11:00:05", Finality.BY_WINDOW);

        assertThat(due("10:00", "12:00")).isEmpty();
    }

    @Test
    void settledWindow_whereSomethingHappensAgain_isANewOne() {
        happens("10:07:30", 1);
        settled("10:15:05", Finality.BY_WINDOW);
        happens("10:07:30", 8);

        assertThat(settled("10:15:05", Finality.BY_WINDOW)).containsExactly("1m 10:07: 8", "15m 10:00: 8");
    }

    @Test
    void windows_writtenAndRead_goOnTheSame() throws IOException {
        happens("10:14:30", 1);
        settled("10:15:05", Finality.BY_DAY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        windows.write(new DataOutputStream(bytes));
        windows = new OpenWindows<>(Sum::new);
        windows.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), Sum::read);
        happens("10:14:30", 1);

        assertThat(settled("10:15:06", Finality.BY_DAY)).isEmpty();
        assertThat(settled("2026-05-05T05:00:00Z", Finality.BY_DAY))
                .containsExactlyInAnyOrder("1m 10:14: 2", "15m 10:00: 2", "1h 10:00: 2", "1d 04:00: 2");
    }
}

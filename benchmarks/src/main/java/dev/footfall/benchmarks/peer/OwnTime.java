package dev.footfall.benchmarks.peer;

import java.util.Collection;
import org.apache.flink.api.java.tuple.Tuple;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowStagger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Tumbling windows by a time that the record itself says, which is somewhat before the event that it came of. */
final class OwnTime extends TumblingEventTimeWindows {
    private static final long serialVersionUID = 1L;

    private final int field;

    /** Windows of a size by the {@code field} of a tuple. */
    OwnTime(Span span, int field) {
        super(span.sizeMillis(), span.offsetMillis(), WindowStagger.ALIGNED);
        this.field = field;
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        Long own = ((Tuple) element).getField(field);
        return super.assignWindows(element, own, context);
    }
}

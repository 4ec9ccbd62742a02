package dev.footfall.benchmarks.peer;

import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple4;

/** The observations of one subject in one zone, as a stay: store, zone, first, last. */
final class SessionStay
        implements AggregateFunction<
                Tuple4<String, String, Long, Long>,
                Tuple4<String, String, Long, Long>,
                Tuple4<String, String, Long, Long>> {
    private static final long serialVersionUID = 1L;

    @Override
    public Tuple4<String, String, Long, Long> createAccumulator() {
        return Tuple4.of("", "", Long.MAX_VALUE, Long.MIN_VALUE);
    }

    @Override
    public Tuple4<String, String, Long, Long> add(
            Tuple4<String, String, Long, Long> seen, Tuple4<String, String, Long, Long> stay) {
        stay.f0 = seen.f0;
        stay.f1 = seen.f1;
        stay.f2 = Math.min(stay.f2, seen.f3);
        stay.f3 = Math.max(stay.f3, seen.f3);
        return stay;
    }

    @Override
    public Tuple4<String, String, Long, Long> getResult(Tuple4<String, String, Long, Long> stay) {
        return stay;
    }

    @Override
    public Tuple4<String, String, Long, Long> merge(
            Tuple4<String, String, Long, Long> stay, Tuple4<String, String, Long, Long> other) {
        stay.f0 = other.f0.isEmpty() ? stay.f0 : other.f0;
        stay.f1 = other.f1.isEmpty() ? stay.f1 : other.f1;
        stay.f2 = Math.min(stay.f2, other.f2);
        stay.f3 = Math.max(stay.f3, other.f3);
        return stay;
    }
}

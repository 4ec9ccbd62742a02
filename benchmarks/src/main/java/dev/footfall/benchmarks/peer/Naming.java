package dev.footfall.benchmarks.peer;

import java.io.Serializable;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Says of the sums of a window which figure they are. */
final class Naming<K> extends ProcessWindowFunction<long[], PeerFigure, K, TimeWindow> {
    private static final long serialVersionUID = 1L;

    private final String measurement;
    private final Span span;
    private final Key<K> naming;

    /** Names a figure after its key. */
    @FunctionalInterface
    interface Key<K> extends Serializable {
        void name(K key, PeerFigure figure);
    }

    Naming(String measurement, Span span, Key<K> naming) {
        this.measurement = measurement;
        this.span = span;
        this.naming = naming;
    }

    @Override
    public void process(K key, Context context, Iterable<long[]> sums, Collector<PeerFigure> out) {
        PeerFigure figure = new PeerFigure();
        figure.measurement = measurement;
        figure.window = span.label();
        figure.startMillis = context.window().getStart();
        figure.values = sums.iterator().next();
        naming.name(key, figure);
        out.collect(figure);
    }
}

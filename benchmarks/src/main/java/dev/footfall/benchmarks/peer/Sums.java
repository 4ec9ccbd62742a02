package dev.footfall.benchmarks.peer;

import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.api.java.tuple.Tuple6;

/** What is added up in a window: sums in an array of longs, which is reused. */
abstract class Sums<T> implements AggregateFunction<T, long[], long[]> {
    private static final long serialVersionUID = 1L;
    private static final long SECOND = 1_000;
    private static final long[] HISTOGRAM_SECONDS = {5, 10, 15, 30, 60, 120, 300, 600};

    private final int size;

    Sums(int size) {
        this.size = size;
    }

    @Override
    public long[] createAccumulator() {
        return new long[size];
    }

    @Override
    public long[] getResult(long[] sums) {
        return sums;
    }

    @Override
    public long[] merge(long[] sums, long[] others) {
        for (int i = 0; i < size; i++) {
            sums[i] += others[i];
        }
        return sums;
    }

    /** Pieces of segments in one cell and minute. */
    static final class Heat extends Sums<Tuple5<String, Integer, Long, Long, Integer>> {
        private static final long serialVersionUID = 1L;
        static final int SIZE = 5;

        Heat() {
            super(SIZE);
        }

        @Override
        public long[] add(Tuple5<String, Integer, Long, Long, Integer> piece, long[] sums) {
            sums[0] += piece.f3;
            for (int span = 0; span < SIZE - 1; span++) {
                sums[1 + span] += piece.f4 >> span & 1;
            }
            return sums;
        }
    }

    /** Figures of shorter windows. */
    static final class RollUp extends Sums<PeerFigure> {
        private static final long serialVersionUID = 1L;

        RollUp(int size) {
            super(size);
        }

        @Override
        public long[] add(PeerFigure shorter, long[] sums) {
            return merge(sums, shorter.values);
        }
    }

    /** Stays in one zone: how many, passes, engaged, milliseconds, the longest, histogram. */
    static final class Stays extends Sums<Tuple4<String, String, Long, Long>> {
        private static final long serialVersionUID = 1L;

        private final long minStayMillis;
        private final long engagedAfterMillis;

        Stays(long minStayMillis, long engagedAfterMillis) {
            super(5 + HISTOGRAM_SECONDS.length);
            this.minStayMillis = minStayMillis;
            this.engagedAfterMillis = engagedAfterMillis;
        }

        @Override
        public long[] add(Tuple4<String, String, Long, Long> stay, long[] sums) {
            long dwell = stay.f3 - stay.f2;
            sums[0]++;
            sums[1] += dwell < minStayMillis ? 1 : 0;
            sums[2] += dwell >= engagedAfterMillis ? 1 : 0;
            sums[3] += dwell;
            sums[4] = Math.max(sums[4], dwell);
            for (int i = 0; i < HISTOGRAM_SECONDS.length; i++) {
                sums[5 + i] += dwell <= HISTOGRAM_SECONDS[i] * SECOND ? 1 : 0;
            }
            return sums;
        }
    }

    /** Visits: how many, bounces, milliseconds. */
    static final class Visits extends Sums<Tuple3<String, Long, Long>> {
        private static final long serialVersionUID = 1L;

        private final long bounceUnderMillis;

        Visits(long bounceUnderMillis) {
            super(3);
            this.bounceUnderMillis = bounceUnderMillis;
        }

        @Override
        public long[] add(Tuple3<String, Long, Long> visit, long[] sums) {
            long duration = visit.f2 - visit.f1;
            sums[0]++;
            sums[1] += duration < bounceUnderMillis ? 1 : 0;
            sums[2] += duration;
            return sums;
        }
    }

    /** Door reports: in, out, passing. */
    static final class Doors extends Sums<Tuple6<String, String, Long, Long, Long, Long>> {
        private static final long serialVersionUID = 1L;

        Doors() {
            super(3);
        }

        @Override
        public long[] add(Tuple6<String, String, Long, Long, Long, Long> report, long[] sums) {
            sums[0] += report.f3;
            sums[1] += report.f4;
            sums[2] += report.f5;
            return sums;
        }
    }
}

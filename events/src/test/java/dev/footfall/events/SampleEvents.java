package dev.footfall.events;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random events of every kind, with numbers no finer than frames keep them. */
final class SampleEvents {
    private static final Arbitrary<Long> TIMES = Arbitraries.longs()
            .between(Ranges.MIN_TIME_MILLIS, Ranges.MAX_TIME_MILLIS - 1_000_000)
            .edgeCases(edges -> edges.add(Ranges.MIN_TIME_MILLIS, 1_793_696_400_000L));
    private static final Arbitrary<Long> COUNTS = Arbitraries.longs().between(0, Ranges.MAX_COUNT);
    private static final Arbitrary<String> IDS = Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .numeric()
            .withChars("._-")
            .ofMinLength(1)
            .ofMaxLength(Identifiers.MAX_LENGTH);
    private static final Arbitrary<Double> METRES = scaled(-100_000_000, 100_000_000, 1000);
    private static final Arbitrary<Double> DBM = scaled(-15_000, 2_000, 100);

    private SampleEvents() {}

    static Arbitrary<SensorEvent> any() {
        return Arbitraries.oneOf(List.of(
                doors(),
                totals(),
                points(),
                pixels(),
                stays(),
                pings(),
                positions(),
                receipts(),
                touchpoints(),
                statuses()));
    }

    private static Arbitrary<SensorEvent> doors() {
        return Combinators.combine(TIMES, COUNTS, COUNTS, COUNTS, COUNTS).as(DoorCount::new);
    }

    private static Arbitrary<SensorEvent> totals() {
        return Combinators.combine(TIMES, COUNTS, COUNTS, COUNTS, COUNTS).as(DoorTotals::new);
    }

    private static Arbitrary<SensorEvent> points() {
        return Combinators.combine(TIMES, IDS, METRES, METRES, IDS.injectNull(0.3), Arbitraries.of(Role.class))
                .as(TrackPoint::new);
    }

    private static Arbitrary<SensorEvent> pixels() {
        return Combinators.combine(
                        TIMES,
                        IDS,
                        scaled(-10_000, 10_000, 7),
                        scaled(-10_000, 10_000, 3),
                        IDS.injectNull(0.3),
                        Arbitraries.of(Role.class))
                .as(TrackPixel::new);
    }

    private static Arbitrary<SensorEvent> stays() {
        return Combinators.combine(IDS, IDS, TIMES, Arbitraries.longs().between(-1, 1_000_000), IDS.injectNull(0.3))
                .as((id, zone, entered, stayed, facing) ->
                        new ShelfStay(id, zone, entered, stayed < 0 ? null : entered + stayed, facing));
    }

    private static Arbitrary<SensorEvent> pings() {
        return Combinators.combine(TIMES, IDS, DBM, DBM.injectNull(0.3)).as(BeaconPing::new);
    }

    private static Arbitrary<SensorEvent> positions() {
        return Combinators.combine(
                        TIMES,
                        IDS,
                        METRES,
                        METRES,
                        IDS.injectNull(0.3),
                        scaled(0, 100_000_000, 1000).injectNull(0.3))
                .as(Position::new);
    }

    private static Arbitrary<SensorEvent> receipts() {
        return Combinators.combine(
                        TIMES,
                        IDS,
                        Arbitraries.of(ReceiptChannel.class),
                        COUNTS.injectNull(0.3),
                        scaled(-1_000_000, 1_000_000, 1000).injectNull(0.3),
                        Arbitraries.of(true, false).injectNull(0.3),
                        IDS.injectNull(0.3))
                .as(Receipt::new);
    }

    private static Arbitrary<SensorEvent> touchpoints() {
        return Combinators.combine(
                        TIMES,
                        IDS,
                        IDS.injectNull(0.3),
                        IDS.injectNull(0.3),
                        scaled(-900_000_000, 900_000_000, 1e7).injectNull(0.3),
                        scaled(-1_800_000_000, 1_800_000_000, 1e7),
                        IDS.injectNull(0.3))
                .as((time, channel, campaign, tag, lat, lon, zone) ->
                        new Touchpoint(time, channel, campaign, tag, lat, lat == null ? null : lon, zone));
    }

    private static Arbitrary<SensorEvent> statuses() {
        return Combinators.combine(
                        TIMES,
                        Arbitraries.of(DeviceState.class),
                        scaled(0, 1000, 10).injectNull(0.3),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .ofMinLength(1)
                                .ofMaxLength(Ranges.MAX_TEXT_LENGTH)
                                .injectNull(0.3))
                .as(DeviceStatus::new);
    }

    private static Arbitrary<Double> scaled(int min, int max, double scale) {
        return Arbitraries.integers().between(min, max).map(value -> value / scale);
    }
}

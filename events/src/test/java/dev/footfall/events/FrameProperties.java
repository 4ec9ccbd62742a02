package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A frame keeps every event and its order, stays below its estimate, and when damaged is refused and nothing worse. */
class FrameProperties {
    private static final FrameHeader HEADER = new FrameHeader("store-1", "gw-1", "spool", 7, 3, 1793696400000L);

    @Property(tries = 300, seed = "20261122")
    void decode_anEncodedFrame_hasAllEventsInOrder(@ForAll("events") List<SensorEvent> events) throws Exception {
        List<SensorEvent> kept = events.stream().map(FrameRows::kept).toList();
        FrameBuilder builder = builder(kept);
        int estimate = builder.sizeEstimate();
        byte[] bytes = builder.encode(HEADER);
        assertThat(bytes.length).isLessThanOrEqualTo(estimate);

        Frame frame = FrameCodec.decode(bytes);
        assertThat(frame.header()).isEqualTo(HEADER);
        assertThat(frame.rows()).isEqualTo(kept.size());
        assertThat(rows(frame, kept)).isEqualTo(kept);
        assertThat(FrameCodec.encode(frame)).isEqualTo(bytes);
        assertThat(FrameCodec.encode(FrameCodec.decode(FrameCodec.toJson(frame))))
                .isEqualTo(bytes);
        assertThat(FrameCodec.header(bytes)).isEqualTo(HEADER);
    }

    @Property(tries = 50, seed = "20261122")
    void encode_byAUsedBuilder_givesTheSameBytes(@ForAll("events") List<SensorEvent> events) {
        List<SensorEvent> kept = events.stream().map(FrameRows::kept).toList();
        FrameBuilder builder = builder(kept);
        byte[] first = builder.encode(HEADER);
        assertThat(builder.rows()).isZero();
        kept.forEach(event -> FrameRows.add(event, "dev", builder));
        assertThat(builder.encode(HEADER)).isEqualTo(first);
    }

    @Property(tries = 300, seed = "20261122")
    void add_framesOfTheSameRows_givesTheBytesOfOneFrame(
            @ForAll("events") List<SensorEvent> events, @ForAll Random random) throws Exception {
        List<SensorEvent> kept = events.stream().map(FrameRows::kept).toList();
        FrameBuilder whole = builder(kept);
        FrameBuilder part = new FrameBuilder();
        FrameBuilder poured = new FrameBuilder();
        for (SensorEvent event : kept) {
            FrameRows.add(event, "dev", part);
            if (random.nextInt(3) == 0) {
                poured.add(FrameCodec.decode(part.encode(HEADER)));
            }
        }
        poured.add(FrameCodec.decode(part.encode(HEADER)));
        assertThat(poured.rows()).isEqualTo(kept.size());
        assertThat(poured.sizeEstimate()).isEqualTo(whole.sizeEstimate());
        assertThat(poured.encode(HEADER)).isEqualTo(whole.encode(HEADER));
    }

    @Property(tries = 300, seed = "20261122")
    void decode_shiftedEvents_haveBothTimes(
            @ForAll("events") List<SensorEvent> events, @ForAll("shifts") List<Long> shifts) throws Exception {
        List<SensorEvent> kept = events.stream().map(FrameRows::kept).toList();
        FrameBuilder builder = new FrameBuilder();
        for (int i = 0; i < kept.size(); i++) {
            builder.shiftedBy(shifts.get(i % shifts.size()));
            FrameRows.add(kept.get(i), "dev", builder);
        }
        int estimate = builder.sizeEstimate();
        byte[] bytes = builder.encode(HEADER);
        assertThat(bytes.length).isLessThanOrEqualTo(estimate);

        Frame frame = FrameCodec.decode(bytes);
        assertThat(rows(frame, kept)).isEqualTo(kept);
        for (Columns columns : frame.columns()) {
            for (int row = 0; row < columns.rows(); row++) {
                long shift = shifts.get(columns.index(row) % shifts.size());
                assertThat(columns.shiftMillis(row)).isEqualTo(shift);
                assertThat(columns.saidMillis(row)).isEqualTo(columns.timeMillis(row) - shift);
            }
        }
        assertThat(FrameCodec.encode(FrameCodec.decode(FrameCodec.toJson(frame))))
                .isEqualTo(bytes);
        FrameBuilder poured = new FrameBuilder();
        poured.add(frame);
        assertThat(poured.encode(HEADER)).isEqualTo(bytes);
    }

    /** What a device says of time is moved as a whole. */
    @Property(tries = 300, seed = "20261122")
    void shiftedBy_andBack_isTheSameEvent(@ForAll("events") List<SensorEvent> events) {
        for (SensorEvent event : events) {
            SensorEvent later = event.shiftedBy(1_000);
            assertThat(later.placeMillis()).isEqualTo(event.placeMillis() + 1_000);
            assertThat(later).isNotEqualTo(event);
            assertThat(later.shiftedBy(-1_000)).isEqualTo(event);
        }
    }

    @Property(tries = 300, seed = "20261122")
    void decode_talliesAmongEvents_areThoseThatWentIn(
            @ForAll("events") List<SensorEvent> events, @ForAll("tallies") List<DeviceTally> tallies) throws Exception {
        FrameBuilder builder = builder(events.stream().map(FrameRows::kept).toList());
        tallies.forEach(builder::addTally);
        int estimate = builder.sizeEstimate();
        byte[] bytes = builder.encode(HEADER);
        assertThat(bytes.length).isLessThanOrEqualTo(estimate);
        assertThat(builder.isEmpty()).isTrue();

        Frame frame = FrameCodec.decode(bytes);
        assertThat(frame.rows()).isEqualTo(events.size());
        assertThat(frame.tallies()).isEqualTo(tallies);
        assertThat(FrameCodec.encode(FrameCodec.decode(FrameCodec.toJson(frame))))
                .isEqualTo(bytes);
        FrameBuilder poured = new FrameBuilder();
        poured.add(frame);
        assertThat(poured.encode(HEADER)).isEqualTo(bytes);
    }

    @Property(seed = "20261122")
    void decode_aDamagedFrame_isRefusedOrRead(
            @ForAll("events") List<SensorEvent> events,
            @ForAll("tallies") List<DeviceTally> tallies,
            @ForAll Random random) {
        FrameBuilder whole = builder(events.stream().map(FrameRows::kept).toList());
        tallies.forEach(whole::addTally);
        byte[] bytes = whole.encode(HEADER);
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        assertReadOrRefused(random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    @Property(seed = "20261122")
    void decode_anyBytes_isRefusedOrRead(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    private static void assertReadOrRefused(byte[] bytes) {
        assertThatCode(() -> {
                    try {
                        Frame frame = FrameCodec.decode(bytes);
                        assertThat(frame.tallies()).doesNotContainNull();
                        for (Columns columns : frame.columns()) {
                            for (int row = 0; row < columns.rows(); row++) {
                                assertReadable(columns, row);
                            }
                        }
                    } catch (UnknownFrameVersionException e) {
                        assertThat(e.version()).isNotEqualTo(1);
                    } catch (MalformedFrameException e) {
                        assertThat(e.headerReadable()).isEqualTo(hasHeader(bytes));
                    }
                })
                .doesNotThrowAnyException();
    }

    /** A frame checks each column by itself; two of a row may still not fit together. */
    private static void assertReadable(Columns columns, int row) {
        try {
            assertThat(FrameRows.event(columns, row, null).kind()).isEqualTo(columns.kind());
        } catch (OutOfRangeException e) {
            assertThat(e).hasMessageMatching("(lat, lon|left) = .*");
        }
    }

    private static boolean hasHeader(byte[] bytes) {
        try {
            return FrameCodec.header(bytes) instanceof FrameHeader;
        } catch (MalformedFrameException e) {
            return false;
        }
    }

    private static FrameBuilder builder(List<SensorEvent> events) {
        FrameBuilder builder = new FrameBuilder();
        events.forEach(event -> FrameRows.add(event, "dev", builder));
        return builder;
    }

    private static List<SensorEvent> rows(Frame frame, List<SensorEvent> expected) {
        SensorEvent[] events = new SensorEvent[frame.rows()];
        for (Columns columns : frame.columns()) {
            for (int row = 0; row < columns.rows(); row++) {
                int index = columns.index(row);
                events[index] = FrameRows.event(columns, row, FrameRows.id(expected.get(index)));
                assertThat(columns.device(row)).isEqualTo("dev");
                assertThat(columns.timeMillis(row)).isEqualTo(events[index].placeMillis());
            }
        }
        return List.of(events);
    }

    @Provide
    Arbitrary<List<SensorEvent>> events() {
        return SampleEvents.any().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Long>> shifts() {
        return Arbitraries.longs()
                .between(-600_000, 600_000)
                .edgeCases(edges -> edges.add(0L))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<DeviceTally>> tallies() {
        Arbitrary<Long> times = Arbitraries.longs().between(Ranges.MIN_TIME_MILLIS, Ranges.MAX_TIME_MILLIS);
        Arbitrary<Long> counts = Arbitraries.longs().between(0, Integer.MAX_VALUE);
        return Combinators.combine(
                        Arbitraries.of("cam-1", "door-1", "dev"),
                        times,
                        times,
                        counts,
                        counts,
                        Arbitraries.longs().between(-1_000_000, 1_000_000).injectNull(0.2),
                        Arbitraries.of(DeviceState.class))
                .as((device, one, other, events, rejected, skew, state) -> new DeviceTally(
                        device, Math.max(one, other), Math.min(one, other), events, rejected, skew, state))
                .list()
                .ofMaxSize(5);
    }
}

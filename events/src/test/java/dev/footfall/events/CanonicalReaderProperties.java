package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.events.fuzz.Spoiler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The short way through a frame takes all that we write, and gives what the plain reader gives. */
class CanonicalReaderProperties {
    private static final String SEED = "20261122";
    private static final FrameHeader HEADER = new FrameHeader("store-1", "gw-1", "spool", 7, 3, 1793696400000L);

    private final Spoiler spoiler = new Spoiler(
            List.of(
                    GoldenFrames.allKinds(),
                    GoldenFrames.tracks(),
                    GoldenFrames.devices(),
                    GoldenFrames.shifted(),
                    GoldenFrames.tick()),
            List.of("v", "store", "seq", "next", "strings", "subjects", "track", "devices", "time", "index", "\u00BF"));

    @Property(tries = 300, seed = SEED)
    void findFrame_whatABuilderWrites_isThatFrame(@ForAll("events") List<SensorEvent> events, @ForAll Random random)
            throws Exception {
        FrameBuilder builder = new FrameBuilder();
        for (SensorEvent event : events) {
            builder.shiftedBy(random.nextInt(3) == 0 ? random.nextInt(1_000) : 0);
            FrameRows.add(FrameRows.kept(event), "dev-" + random.nextInt(3), builder);
        }
        byte[] bytes = builder.encode(HEADER);
        Frame frame = found(bytes);
        assertThat(said(frame)).isEqualTo(said(FrameCodec.decodePlainly(bytes)));
        assertThat(CanonicalReader.findHead(bytes)).isEqualTo(HEADER);
    }

    @Property(tries = 300, seed = SEED)
    void findHead_anyTick_isThatTick(@ForAll long one, @ForAll long other, @ForAll long watermarkMillis) {
        long low = Math.min(one & Long.MAX_VALUE, other & Long.MAX_VALUE);
        Tick tick = new Tick(
                "s", "g", "2026-11-03", Math.max(one & Long.MAX_VALUE, other & Long.MAX_VALUE), low, watermarkMillis);
        assertThat(CanonicalReader.findHead(FrameCodec.encode(tick))).isEqualTo(tick);
        assertThat(CanonicalReader.findFrame(FrameCodec.encode(tick))).isNull();
    }

    @Example
    void findFrame_tallies_areThoseOfThePlainReader() throws Exception {
        assertThat(found(GoldenFrames.devices()).tallies())
                .hasSize(2)
                .isEqualTo(FrameCodec.decodePlainly(GoldenFrames.devices()).tallies());
    }

    @Property(tries = 20_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void find_inSpoiledFrames_isWhatThePlainReaderReads(@ForAll("spoiled") byte[] bytes) throws Exception {
        FrameHead head = CanonicalReader.findHead(bytes);
        if (head != null) {
            assertThat(head).isEqualTo(FrameCodec.headerPlainly(bytes));
        }
        Frame frame = CanonicalReader.findFrame(bytes);
        if (frame != null) {
            assertThat(said(frame)).isEqualTo(said(FrameCodec.decodePlainly(bytes)));
        }
    }

    @Property(tries = 3_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void withHeader_inSpoiledFrames_isWhatIsReadUnderIt(@ForAll("spoiled") byte[] bytes) throws Exception {
        Frame frame;
        try {
            frame = FrameCodec.decodePlainly(bytes);
        } catch (MalformedFrameException unreadable) {
            return;
        }
        byte[] under = FrameCodec.withHeader(HEADER, bytes);
        assertThat(said(FrameCodec.decodePlainly(under))).isEqualTo(said(frame.under(HEADER)));
    }

    @Example
    void withHeader_ofOurFrames_leavesTheBodyAlone() throws Exception {
        byte[] frame = GoldenFrames.allKinds();
        FrameHeader own = FrameCodec.decode(frame).header();
        assertThat(FrameCodec.withHeader(own, frame)).isEqualTo(frame);
        assertThat(FrameCodec.withHeader(HEADER, frame))
                .isEqualTo(FrameCodec.encode(FrameCodec.decode(frame).under(HEADER)));
    }

    @Example
    void withHeader_ofATick_isRefused() {
        assertThatThrownBy(() -> FrameCodec.withHeader(HEADER, GoldenFrames.tick()))
                .isInstanceOf(MalformedFrameException.class);
    }

    private static Frame found(byte[] bytes) {
        return Objects.requireNonNull(CanonicalReader.findFrame(bytes), "a surprise");
    }

    private static String said(Frame frame) {
        return new String(FrameCodec.toJson(frame), StandardCharsets.UTF_8) + frame.rows();
    }

    @Provide
    Arbitrary<List<SensorEvent>> events() {
        return SampleEvents.any().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<byte[]> spoiled() {
        return Arbitraries.randomValue(spoiler::input);
    }
}

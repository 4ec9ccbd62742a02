package dev.footfall.jobs.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Stretches of time against a bit for every millisecond. */
class StretchesProperties {
    private static final int END = 80;

    /** A stretch that is added. */
    private record Added(int from, int to) {}

    @Provide
    Arbitrary<List<List<Added>>> devices() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, END),
                        Arbitraries.integers().between(1, 12))
                .as((from, length) -> new Added(from, from + length))
                .list()
                .ofMaxSize(20)
                .list()
                .ofMaxSize(4);
    }

    private static Stretches stretches(List<Added> all) {
        Stretches stretches = new Stretches();
        all.forEach(each -> stretches.add(each.from, each.to));
        return stretches;
    }

    private static BitSet bits(List<Added> all) {
        BitSet bits = new BitSet();
        all.forEach(each -> bits.set(each.from, each.to));
        return bits;
    }

    private static long common(List<List<Added>> devices, int from, int to) {
        BitSet common = new BitSet();
        common.set(from, to);
        devices.forEach(device -> common.and(bits(device)));
        return common.cardinality();
    }

    @Property(seed = "20261122")
    void commonMillis_isTheTimeInAStretchOfEach(
            @ForAll("devices") List<List<Added>> devices,
            @ForAll @IntRange(max = END) int from,
            @ForAll @IntRange(max = END) int length) {
        List<Stretches> all =
                devices.stream().map(StretchesProperties::stretches).toList();

        assertThat(Stretches.commonMillis(all, from, from + length)).isEqualTo(common(devices, from, from + length));
    }

    @Property(seed = "20261122")
    void forgetBefore_changesNothingAfterIt(
            @ForAll("devices") List<List<Added>> devices,
            @ForAll @IntRange(max = END) int horizon,
            @ForAll @IntRange(max = END) int length) {
        List<Stretches> all =
                devices.stream().map(StretchesProperties::stretches).toList();

        all.forEach(each -> each.forgetBefore(horizon));

        assertThat(Stretches.commonMillis(all, horizon, horizon + length))
                .isEqualTo(common(devices, horizon, horizon + length));
    }

    /** Equal stretches are equal bytes, in whatever order and however often they were added. */
    @Property(seed = "20261122")
    void write_ofTheSameTimes_isTheSame(@ForAll("devices") List<List<Added>> devices) throws IOException {
        for (List<Added> device : devices) {
            Stretches inOrder = new Stretches();
            for (int i = 0; i < END + 12; i++) {
                if (bits(device).get(i)) {
                    inOrder.add(i, i + 1);
                }
            }

            assertThat(bytes(stretches(device))).isEqualTo(bytes(inOrder));
            assertThat(bytes(Stretches.read(new DataInputStream(new ByteArrayInputStream(bytes(inOrder))))))
                    .isEqualTo(bytes(inOrder));
        }
    }

    private static byte[] bytes(Stretches stretches) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stretches.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}

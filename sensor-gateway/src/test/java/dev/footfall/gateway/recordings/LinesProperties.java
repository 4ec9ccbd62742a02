package dev.footfall.gateway.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Lines are those that {@code String.split} finds, however the stream trickles and whatever the limit. */
class LinesProperties {

    @Property(tries = 300, seed = "20261122")
    void next_anyText_givesItsLines(
            @ForAll("lines") List<String> expected,
            @ForAll @IntRange(min = 1, max = 70_000) int chunk,
            @ForAll @IntRange(min = 1, max = 150_000) int limit)
            throws IOException {
        byte[] text = (String.join("\n", expected) + "\n").getBytes(StandardCharsets.UTF_8);
        Lines lines = new Lines(trickling(text, chunk), limit);
        List<String> found = new ArrayList<>();
        for (int i = 0; lines.next(); i++) {
            String whole = expected.get(i);
            found.add(whole);
            assertThat(new String(lines.copy(0, lines.length()), StandardCharsets.UTF_8))
                    .isEqualTo(whole.substring(0, Math.min(whole.length(), limit)));
            assertThat(lines.cutOff()).isEqualTo(Math.max(0, whole.length() - limit));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static InputStream trickling(byte[] text, int chunk) {
        return new ByteArrayInputStream(text) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, chunk));
            }
        };
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.integers().between(0, 100)),
                        Tuple.of(1, Arbitraries.integers().between(60_000, 200_000)))
                .map(length -> "x".repeat(length))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}

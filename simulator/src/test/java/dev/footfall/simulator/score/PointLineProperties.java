package dev.footfall.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;

class PointLineProperties {

    @Property(seed = "20261122", tries = 500)
    void whatIsEscaped_isReadAsItWas(
            @ForAll @NotEmpty @Chars({',', '=', ' ', '"', 'é'}) @CharRange(from = 'a', to = 'c') String tag,
            @ForAll @Chars({',', '=', ' ', '"', '\\'}) @CharRange(from = 'a', to = 'c') String text,
            @ForAll long number,
            @ForAll long time) {
        String line = "m,t=" + tag.replaceAll("[,= ]", "\\\\$0") + " s=\"" + text.replaceAll("[\"\\\\]", "\\\\$0")
                + "\",n=" + number + "i " + time;

        assertThat(PointLine.parse(line))
                .isEqualTo(new PointLine("m", Map.of("t", tag), Map.of("s", text, "n", number), time));
    }
}

package dev.footfall.simulator.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class JsonBytesTest {
    @Property(tries = 500, seed = "20261122")
    void whole_anyNumber_isItself(@ForAll @LongRange(min = -Long.MAX_VALUE) long value) {
        assertThat(new JsonBytes().whole(value)).hasToString(Long.toString(value));
    }

    @Property(tries = 500, seed = "20261122")
    void thousandths_anyNumber_hasThreeDecimals(@ForAll int value) {
        assertThat(new JsonBytes().thousandths(value)).hasToString(String.format(Locale.ROOT, "%.3f", value / 1000.0));
    }

    @Example
    void clear_beginsAnew() {
        assertThat(new JsonBytes().raw("{}").clear().raw("[").raw(new byte[] {']'}))
                .hasToString("[]");
    }
}

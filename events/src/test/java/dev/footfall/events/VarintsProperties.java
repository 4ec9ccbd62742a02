package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class VarintsProperties {

    @Property(seed = "20261122")
    void readAll_whatWasWritten_isTheSame(@ForAll long[] values) {
        Varints.Buffer buffer = new Varints.Buffer();
        int length = 0;
        for (long value : values) {
            buffer.add(value);
            length += Varints.length(value);
        }
        assertThat(buffer.length()).isEqualTo(length);
        assertThat(Varints.readAll(Arrays.copyOf(buffer.bytes(), length))).isEqualTo(values);
    }

    @Example
    void readAll_whatDoesNotEnd_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Varints.readAll(new byte[] {1, (byte) 0x80}));
        byte[] long11 = new byte[11];
        Arrays.fill(long11, 0, 10, (byte) 0x80);
        assertThatIllegalArgumentException().isThrownBy(() -> Varints.readAll(long11));
    }
}

package dev.footfall.jobs.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Distinct visits by the last minute of each, against the set of all (visit, place, window) that ever were. */
class FirstPresencesProperties {
    private static final int[] LENGTHS = {1, 15, 60, 25 * 60};

    /** A visit is at a place some minutes after the presence before. */
    private record Presence(long visit, int place, int minutesLater) {}

    @Provide
    Arbitrary<List<Presence>> presences() {
        return Combinators.combine(
                        Arbitraries.longs().between(-2, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 40))
                .as(Presence::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(seed = "20261122")
    void note_answersTheWindowsOfTheFirstPresence(@ForAll("presences") List<Presence> presences) throws IOException {
        FirstPresences first = new FirstPresences();
        Set<String> seen = new HashSet<>();
        int minute = 0;
        for (Presence presence : presences) {
            minute = (minute + presence.minutesLater()) % (25 * 60);
            int fresh = first.note(presence.visit(), presence.place(), minute);

            for (Window window : Window.values()) {
                String key = "%d %d %s %d"
                        .formatted(
                                presence.visit(),
                                presence.place(),
                                window,
                                minute / LENGTHS[FirstPresences.index(window)]);
                assertThat((fresh & FirstPresences.bit(window)) != 0).as(key).isEqualTo(seen.add(key));
            }
            first = copy(first);
        }
    }

    @Property(seed = "20261122")
    void note_afterForget_isNewAgain(@ForAll("presences") List<Presence> presences) {
        FirstPresences first = new FirstPresences();
        presences.forEach(presence -> first.note(presence.visit(), presence.place(), 1));
        first.forget(1);

        assertThat(first.note(1, 0, 2)).isEqualTo(0b1111);
    }

    private static FirstPresences copy(FirstPresences presences) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        presences.write(new DataOutputStream(bytes));
        return FirstPresences.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}

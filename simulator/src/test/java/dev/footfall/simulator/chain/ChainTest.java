package dev.footfall.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.SensorEvent;
import dev.footfall.geofences.Fault;
import dev.footfall.geofences.StorePacks;
import dev.footfall.simulator.Message;
import dev.footfall.simulator.chain.Chain.Stretch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {
    private static final Path CONVENIENCE =
            Path.of(System.getProperty("footfall.project", "..")).resolve("examples/chain/stores/convenience");
    private static final long NOON = 1_772_449_200_000L;
    private static final long MINUTE = 60_000;
    private static final long START = NOON + 100 * MINUTE;

    private static Chain chain() {
        return Chain.of(
                List.of(new StoreFormat(CONVENIENCE, 6, 1_000)),
                1,
                new Stretch(NOON, NOON + 10 * MINUTE, 10 * MINUTE, true),
                START);
    }

    private static List<String> told(ChainStore store, long... until) {
        List<String> told = new ArrayList<>();
        for (long at : until) {
            store.publish(at, message -> told.add(words(message)));
        }
        return told;
    }

    private static String words(Message message) {
        return message.atMillis() + " " + message.topic() + " " + new String(message.payload(), StandardCharsets.UTF_8);
    }

    @Test
    void sameSeed_givesTheSameMessages_inHoweverManySteps() {
        ChainStore once = chain().stores().get(4);
        ChainStore again = chain().stores().get(4);

        assertThat(told(once, START + 15 * MINUTE))
                .hasSizeGreaterThan(500)
                .isEqualTo(told(again, START + 1, START + MINUTE, START + 9 * MINUTE, START + 15 * MINUTE));
    }

    @Test
    void stores_areAtOneInstant_andDoDifferentThings() {
        Set<String> different = new HashSet<>();
        for (ChainStore store : chain().stores()) {
            List<Long> times = new ArrayList<>();
            store.advance(START + MINUTE, (atMillis, from, events, retained) -> {
                times.add(atMillis);
                assertThat(from.store()).isEqualTo(store.id());
                assertThat(events)
                        .extracting(SensorEvent::placeMillis)
                        .allMatch(millis -> millis > START - 2 * MINUTE && millis <= START + MINUTE);
            });
            assertThat(times).isSorted().allMatch(millis -> millis > START && millis <= START + MINUTE);
            different.add(times.toString());
        }

        assertThat(different).hasSize(6);
    }

    @Test
    void template_beginsAgainWhenItEnds_withOtherPeople() {
        ChainStore store = chain().stores().get(0);
        long salt = store.salt();
        List<String> twoRounds = told(store, START + 20 * MINUTE);

        assertThat(store.nowMillis()).isEqualTo(START + 20 * MINUTE);
        assertThat(store.salt()).isNotEqualTo(salt);
        assertThat(twoRounds.stream().filter(line -> line.contains("/track/")).count())
                .isEqualTo(2
                        * told(chain().stores().get(0), START + 10 * MINUTE).stream()
                                .filter(line -> line.contains("/track/"))
                                .count());
    }

    @Test
    void packs_areSoundOnes_eachUnderItsName(@TempDir Path folder) throws IOException {
        chain().writePacks(folder);

        StorePacks packs = StorePacks.open(folder);
        assertThat(packs.stores()).hasSize(6).startsWith("convenience-00001");
        assertThat(packs.faults()).noneMatch(Fault::isError);
    }
}

package dev.footfall.jobs.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.StepConfig;
import dev.footfall.geofences.StepEvent;
import dev.footfall.jobs.batches.Mark;
import dev.footfall.jobs.batches.Stay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The matcher against the try of every choice, on visits and funnels full of ties, repeats and overlapping steps. */
class FunnelMatcherProperties {
    private static final long SECOND = 1_000_000_000L;

    @Provide
    Arbitrary<FunnelConfig> funnels() {
        Arbitrary<Set<String>> zones =
                Arbitraries.of("a", "b", "c").set().ofMinSize(1).ofMaxSize(3);
        Arbitrary<StepConfig> stay = Combinators.combine(
                        zones, Arbitraries.longs().between(0, 3))
                .as((some, seconds) -> new StepConfig("stay", some, null, seconds * 1_000));
        Arbitrary<StepConfig> event = Arbitraries.of(StepEvent.DOOR_IN, StepEvent.RECEIPT)
                .map(happened -> new StepConfig("event", Set.of(), happened, 0));
        return Combinators.combine(
                        Arbitraries.oneOf(stay, stay, stay, event)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.longs().between(0, 6))
                .as((steps, within) -> new FunnelConfig("f", steps, within * 1_000));
    }

    @Provide
    Arbitrary<List<Stay>> stays() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.longs().between(0, 8),
                        Arbitraries.longs().between(0, 4))
                .as((zone, entered, dwell) ->
                        new Stay(1, zone, entered * SECOND, (entered + dwell) * SECOND, false, false))
                .list()
                .ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<Mark>> marks() {
        return Combinators.combine(
                        Arbitraries.of(StepEvent.values()), Arbitraries.longs().between(0, 8))
                .as((event, second) -> new Mark(1, event, second * 1_000))
                .list()
                .ofMaxSize(3);
    }

    @Property(tries = 4_000, seed = "20261122")
    void match_isTheBestOfAllChoices(
            @ForAll("funnels") FunnelConfig funnel,
            @ForAll("stays") List<Stay> stays,
            @ForAll("marks") List<Mark> marks) {
        assertThat(FunnelMatcher.match(funnel, stays, marks)).isEqualTo(BruteForceFunnel.match(funnel, stays, marks));
    }

    @Property(tries = 500, seed = "20261122")
    void match_doesNotDependOnTheOrderOfStays(
            @ForAll("funnels") FunnelConfig funnel, @ForAll("stays") List<Stay> stays, @ForAll long seed) {
        List<Stay> shuffled = new ArrayList<>(stays);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(FunnelMatcher.match(funnel, shuffled, List.of()))
                .isEqualTo(FunnelMatcher.match(funnel, stays, List.of()));
    }
}

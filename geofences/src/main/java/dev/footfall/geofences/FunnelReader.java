package dev.footfall.geofences;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code funnels} of a {@code store.yaml}. */
final class FunnelReader {

    private final List<Reference> references;
    private final FaultList faults;

    FunnelReader(List<Reference> references, FaultList faults) {
        this.references = references;
        this.faults = faults;
    }

    List<FunnelConfig> read(List<Node> nodes) {
        List<FunnelConfig> funnels = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : nodes) {
            read(node).ifPresent(funnel -> {
                if (seen.add(funnel.id())) {
                    funnels.add(funnel);
                } else {
                    faults.error(node.place(), "There are two funnels '" + funnel.id() + "': rename one.");
                }
            });
        }
        return funnels;
    }

    private Optional<FunnelConfig> read(Node node) {
        Fields fields = new Fields(node, "", faults);
        Optional<String> id = fields.require("id").flatMap(fields::identifier);
        List<Node> stepNodes = fields.list("steps");
        List<StepConfig> steps = new ArrayList<>();
        for (Node step : stepNodes) {
            step(step, steps.size() + 1).ifPresent(steps::add);
        }
        long within = fields.millis("within", 0, 1);
        fields.refuseOthers();
        if (stepNodes.isEmpty()) {
            faults.error(node.place(), "A funnel needs at least one of 'steps'.");
        }
        if (stepNodes.size() > FunnelConfig.MOST_STEPS) {
            faults.error(
                    node.place(),
                    "A funnel has at most " + FunnelConfig.MOST_STEPS + " 'steps' but this has " + stepNodes.size()
                            + ".");
            return Optional.empty();
        }
        return id.isPresent() && !steps.isEmpty() && steps.size() == stepNodes.size()
                ? Optional.of(new FunnelConfig(id.get(), steps, within))
                : Optional.empty();
    }

    private Optional<StepConfig> step(Node node, int number) {
        if (node.is(Node.Type.TEXT)) {
            return event(node, node.text())
                    .map(event -> new StepConfig(number + "-" + event.word(), Set.of(), event, 0));
        }
        Fields fields = new Fields(node, "", faults);
        Set<String> zones = zones(fields);
        Optional<Node> event = fields.find("event");
        Optional<Node> door = fields.find("door");
        long minDwell = fields.millis("minDwell", 0, 0);
        Optional<String> name = fields.findText("name");
        fields.refuseOthers();
        long said = List.of(fields.find("zone"), event, door).stream()
                .filter(Optional::isPresent)
                .count();
        if (said != 1) {
            faults.error(node.place(), "A step must say exactly one of 'zone', 'event' and 'door'.");
            return Optional.empty();
        }
        @Nullable StepEvent of = null;
        if (zones.isEmpty()) {
            of = event.flatMap(word -> event(word, word.text()))
                    .or(() -> door.flatMap(word -> event(word, "door:" + word.text())))
                    .orElse(null);
            if (of == null) {
                return Optional.empty();
            }
            if (minDwell > 0) {
                faults.error(node.place(), "An event has no dwell: take 'minDwell' away.");
                return Optional.empty();
            }
        }
        String label = number + "-" + name.orElse(of == null ? String.join("+", zones) : of.word());
        return Optional.of(new StepConfig(label, zones, of, minDwell));
    }

    private Set<String> zones(Fields fields) {
        Set<String> zones = new LinkedHashSet<>();
        fields.find("zone").ifPresent(said -> {
            for (Node zone : fields.oneOrMore(said)) {
                fields.identifier(zone).ifPresent(id -> {
                    zones.add(id);
                    references.add(new Reference(Reference.Target.ZONE, id, zone.place()));
                });
            }
            if (said.is(Node.Type.LIST) && said.items().isEmpty()) {
                faults.error(said.place(), "Name at least one zone.");
            }
        });
        return zones;
    }

    private Optional<StepEvent> event(Node node, String word) {
        Optional<StepEvent> event = StepEvent.find(word);
        if (event.isEmpty()) {
            faults.error(
                    node.place(),
                    "'" + Node.shortened(word) + "' is no event of a funnel; known are "
                            + String.join(
                                    ", ",
                                    List.of(StepEvent.values()).stream()
                                            .map(StepEvent::word)
                                            .toList())
                            + ".");
        }
        return event;
    }
}

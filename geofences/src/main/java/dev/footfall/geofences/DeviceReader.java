package dev.footfall.geofences;

import dev.footfall.events.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the {@code devices} of a {@code store.yaml}. */
final class DeviceReader {

    private final List<Reference> references;
    private final FaultList faults;

    DeviceReader(List<Reference> references, FaultList faults) {
        this.references = references;
        this.faults = faults;
    }

    List<DeviceConfig> read(List<Node> nodes) {
        List<DeviceConfig> devices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : nodes) {
            read(node).ifPresent(device -> {
                if (seen.add(device.kind().topicName() + " " + device.id())) {
                    devices.add(device);
                } else {
                    faults.error(
                            node.place(),
                            "Device '" + device.id() + "' of kind "
                                    + device.kind().topicName() + " is listed twice: keep one.");
                }
            });
        }
        return devices;
    }

    private Optional<DeviceConfig> read(Node node) {
        Fields fields = new Fields(
                node, node.fields().containsKey("id") ? node.fields().get("id").text() : "", faults);
        Optional<String> id = fields.require("id").flatMap(fields::identifier);
        Optional<Node> adapter = fields.find("adapter");
        fields.find("topic");
        Optional<Kind> kind = (adapter.isPresent() ? fields.find("kind") : fields.require("kind"))
                .flatMap(said -> kind(fields, said));
        Optional<String> door = reference(fields, "door", Reference.Target.DOOR);
        Optional<String> floor = reference(fields, "floor", Reference.Target.FLOOR);
        long slack = fields.millis("slack", DeviceConfig.DEFAULT_SLACK_MILLIS, 0);
        long interval = fields.millis("interval", DeviceConfig.DEFAULT_INTERVAL_MILLIS, 0);
        long heartbeat = fields.millis(
                "heartbeat",
                DeviceConfig.usualHeartbeatMillis(kind.orElse(null), interval),
                DeviceConfig.SHORTEST_HEARTBEAT_MILLIS);
        Calibration calibration = fields.find("homography")
                .flatMap(matrix -> calibration(fields, matrix))
                .orElse(null);
        Double x = fields.findNumber("x", -Grid.FARTHEST_METRES, Grid.FARTHEST_METRES)
                .orElse(null);
        Double y = fields.findNumber("y", -Grid.FARTHEST_METRES, Grid.FARTHEST_METRES)
                .orElse(null);
        fields.warnOfOthers();
        adapter.ifPresent(said -> faults.warning(
                fields.place(said),
                "This build has no adapter '" + said.text() + "': what the device says on other topics is not heard."));
        if (kind.filter(Kind.DOOR::equals).isPresent() && adapter.isEmpty() && door.isEmpty()) {
            faults.error(fields.place(node), "A device of kind door must say the 'door' that it counts at.");
        }
        return id.isPresent() && kind.isPresent()
                ? Optional.of(new DeviceConfig(
                        id.get(),
                        kind.get(),
                        slack,
                        interval,
                        heartbeat,
                        door.orElse(null),
                        floor.orElse(null),
                        calibration,
                        x,
                        y))
                : Optional.empty();
    }

    private Optional<Kind> kind(Fields fields, Node said) {
        Optional<Kind> kind = Kind.find(said.text());
        if (kind.isEmpty()) {
            String known = Arrays.stream(Kind.values()).map(Kind::topicName).collect(Collectors.joining(", "));
            faults.error(fields.place(said), "There is no kind " + said.said() + "; known are " + known + ".");
        }
        return kind;
    }

    private Optional<String> reference(Fields fields, String key, Reference.Target target) {
        Optional<String> id = fields.findIdentifier(key);
        fields.find(key)
                .filter(node -> id.isPresent())
                .ifPresent(node -> references.add(new Reference(target, node.text(), fields.place(node))));
        return id;
    }

    private Optional<Calibration> calibration(Fields fields, Node matrix) {
        double @Nullable [] h = numbers(fields, matrix);
        if (h == null) {
            faults.error(fields.place(matrix), "A homography must be three rows of three numbers.");
            return Optional.empty();
        }
        try {
            return Optional.of(new Calibration(h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], h[8]));
        } catch (IllegalArgumentException e) {
            faults.error(fields.place(matrix), "This cannot be used: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private double @Nullable [] numbers(Fields fields, Node matrix) {
        double[] numbers = new double[9];
        int count = 0;
        for (Node row : matrix.items()) {
            for (Node item : row.items()) {
                Optional<Double> number = fields.number(item, -1e12, 1e12);
                if (number.isEmpty() || count == 9 || row.items().size() != 3) {
                    return null;
                }
                numbers[count++] = number.get();
            }
        }
        return count == 9 ? numbers : null;
    }
}

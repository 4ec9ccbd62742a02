package dev.footfall.jobs.oracle;

import dev.footfall.events.Kind;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.oracle.Windows.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How much of each window every device that feeds a measurement was heard in; the definitions' section on completeness. */
final class Hearing {

    /** A time in which a device was heard. */
    private record Heard(long fromMillis, long untilMillis) {}

    private record Asked(String measurement, String floor, String door, Span window) {}

    private final StorePack pack;
    private final List<Sign> signs;
    private final Map<DeviceConfig, List<Heard>> byDevice = new HashMap<>();
    private final Map<Asked, Double> known = new HashMap<>();

    Hearing(StorePack pack, List<Sign> signs) {
        this.pack = pack;
        this.signs = signs;
    }

    /** Four decimals, rounded down. */
    double completeness(String measurement, Map<String, String> tags, Span window) {
        Asked asked = new Asked(measurement, tags.getOrDefault("floor", ""), tags.getOrDefault("door", ""), window);
        return known.computeIfAbsent(asked, this::completeness);
    }

    private double completeness(Asked asked) {
        long length = asked.window().endMillis() - asked.window().startMillis();
        return Math.floorDiv(10_000 * heardMillis(feeding(asked), asked.window()), length) / 10_000.0;
    }

    /** Whether all are heard changes at borders only, so each piece between two of them is looked at where it begins. */
    private long heardMillis(List<DeviceConfig> devices, Span window) {
        TreeSet<Long> borders = new TreeSet<>(List.of(window.startMillis(), window.endMillis()));
        for (DeviceConfig device : devices) {
            for (Heard heard : heard(device)) {
                borders.add(heard.fromMillis());
                borders.add(heard.untilMillis());
            }
        }
        long heard = 0;
        for (long at : borders.subSet(window.startMillis(), window.endMillis())) {
            if (devices.stream().allMatch(device -> isHeard(device, at))) {
                heard += Objects.requireNonNull(borders.higher(at)) - at;
            }
        }
        return heard;
    }

    private boolean isHeard(DeviceConfig device, long millis) {
        return heard(device).stream().anyMatch(heard -> heard.fromMillis() <= millis && millis < heard.untilMillis());
    }

    /** The times after signs, those that meet joined. */
    private List<Heard> heard(DeviceConfig device) {
        return byDevice.computeIfAbsent(device, unknown -> {
            List<Heard> each = signs.stream()
                    .filter(sign -> sign.device().equals(device.id()))
                    .map(sign -> after(device, sign))
                    .sorted(Comparator.comparingLong(Heard::fromMillis))
                    .toList();
            List<Heard> joined = new ArrayList<>();
            for (Heard next : each) {
                Heard last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
                if (next.fromMillis() <= last.untilMillis() && !joined.isEmpty()) {
                    joined.set(
                            joined.size() - 1,
                            new Heard(last.fromMillis(), Math.max(last.untilMillis(), next.untilMillis())));
                } else {
                    joined.add(next);
                }
            }
            return joined;
        });
    }

    private static Heard after(DeviceConfig device, Sign sign) {
        long from = device.kind() == Kind.DOOR ? sign.instantMillis() : sign.timeMillis();
        return new Heard(from, Math.max(sign.timeMillis(), from + device.heartbeatMillis()));
    }

    private List<DeviceConfig> feeding(Asked asked) {
        String floor = asked.floor();
        return switch (asked.measurement()) {
            case "heatmap" -> those(device -> tracks(device) && isOn(floor, device));
            case "zone_dwell" ->
                those(device -> (tracks(device) && isOn(floor, device)) || device.kind() == Kind.SHELF);
            case "visits", "zone_flow", "paths", "funnel" ->
                those(device -> tracks(device) || device.kind() == Kind.SHELF);
            case "footfall" -> {
                List<DeviceConfig> counters = those(device -> asked.door().equals(device.door()));
                yield counters.isEmpty()
                        ? those(device -> tracks(device) && isOn(floorOf(asked.door()), device))
                        : counters;
            }
            case "occupancy" -> {
                List<DeviceConfig> counters = those(device -> device.kind() == Kind.DOOR);
                yield counters.isEmpty() ? those(Hearing::tracks) : counters;
            }
            default -> throw new IllegalArgumentException("measurement: a figure expected, is " + asked.measurement());
        };
    }

    private List<DeviceConfig> those(Predicate<DeviceConfig> feeding) {
        return pack.config().devices().stream().filter(feeding).toList();
    }

    private static boolean tracks(DeviceConfig device) {
        return device.kind() == Kind.TRACK || device.kind() == Kind.POSITION;
    }

    private static boolean isOn(String floor, DeviceConfig device) {
        return Optional.ofNullable(device.floor()).orElse(floor).equals(floor);
    }

    private String floorOf(String door) {
        Layout layout = pack.layouts().get(0);
        return layout.floors().stream()
                .filter(floor ->
                        floor.doors().stream().anyMatch(each -> each.id().equals(door)))
                .findFirst()
                .orElseThrow()
                .id();
    }
}

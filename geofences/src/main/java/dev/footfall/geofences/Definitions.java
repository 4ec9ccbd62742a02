package dev.footfall.geofences;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * The short hash of everything that shapes figures besides the drawing itself while one layout holds: two packs of one hash define
 * every figure alike. Names for people, the order of the registry and the written form of numbers do not count.
 */
final class Definitions {

    private static final int DIGITS = 8;

    private Definitions() {}

    static String hash(StoreConfig config, Layout layout) {
        return Hashes.hex(text(config, layout).getBytes(StandardCharsets.UTF_8), DIGITS);
    }

    /** The canonical text that is hashed: one line per definition. */
    static String text(StoreConfig config, Layout layout) {
        StringBuilder text = new StringBuilder();
        text.append("timezone ").append(config.timezone().getId()).append('\n');
        text.append("dayCut ").append(config.dayCut().toSecondOfDay()).append('\n');
        Parameters p = config.parameters();
        text.append("bridge ").append(p.bridgeMillis()).append('\n');
        text.append("grace ").append(p.graceMillis()).append('\n');
        text.append("minStay ").append(p.minStayMillis()).append('\n');
        text.append("engagedAfter ").append(p.engagedAfterMillis()).append('\n');
        text.append("visitGap ").append(p.visitGapMillis()).append('\n');
        text.append("bounceUnder ").append(p.bounceUnderMillis()).append('\n');
        text.append("cellSize ").append(p.cellMillimetres()).append('\n');
        text.append("maxSpeed ").append(p.maxSpeedMillimetresPerSecond()).append('\n');
        text.append("doorBand ").append(p.doorBandMillimetres()).append('\n');
        TreeSet<String> lines = new TreeSet<>();
        for (Floor floor : layout.floors()) {
            for (Zone zone : floor.zones()) {
                lines.add("zone " + zone.id() + " " + zone.path() + " " + zone.graceMillis() + " "
                        + zone.minStayMillis() + " " + zone.engagedAfterMillis());
            }
        }
        for (DeviceConfig device : config.devices()) {
            lines.add("device " + device.kind().topicName() + " " + device.id() + " " + device.slackMillis() + " "
                    + device.intervalMillis() + " " + device.door() + " " + device.floor() + " "
                    + device.calibration() + heartbeat(device));
        }
        for (FunnelConfig funnel : config.funnels()) {
            lines.add("funnel " + funnel.id() + " " + funnel.withinMillis() + " " + funnel.steps());
        }
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Only one that was said counts, so that stores which say none keep their hash. */
    private static String heartbeat(DeviceConfig device) {
        long usual = DeviceConfig.usualHeartbeatMillis(device.kind(), device.intervalMillis());
        return device.heartbeatMillis() == usual ? "" : " heartbeat " + device.heartbeatMillis();
    }
}

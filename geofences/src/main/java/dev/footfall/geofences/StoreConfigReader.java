package dev.footfall.geofences;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code store.yaml}. */
final class StoreConfigReader {

    private static final LocalTime DEFAULT_DAY_CUT = LocalTime.of(4, 0);
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final int MINUTES_OF_DAY = 1_440;
    private static final int SECONDS_OF_DAY = 86_400;

    private final FaultList faults;
    private final List<Reference> references = new ArrayList<>();
    private final Set<String> deviceIds = new HashSet<>();
    private @Nullable StoreConfig config;
    private Parameters parameters = Parameters.DEFAULTS;
    private String visitGapPlace = "";

    private StoreConfigReader(FaultList faults) {
        this.faults = faults;
    }

    static StoreConfigReader read(byte[] file, FaultList faults) {
        StoreConfigReader reader = new StoreConfigReader(faults);
        DocumentReader.readYaml(file, faults).ifPresent(reader::read);
        return reader;
    }

    /** What the file says; null when it has errors. */
    @Nullable
    StoreConfig config() {
        return faults.hasErrors() ? null : config;
    }

    /** Its parameters as far as they could be read. */
    Parameters parameters() {
        return parameters;
    }

    /** The place of {@code visitGap}, or where it would stand. */
    String visitGapPlace() {
        return visitGapPlace;
    }

    /** What the layouts must know. */
    List<Reference> references() {
        return references;
    }

    /** Whether it lists a device, be it with faults. */
    boolean knowsDevice(String id) {
        return deviceIds.contains(id);
    }

    private void read(Node root) {
        Fields fields = new Fields(root, "", faults);
        Optional<String> store = fields.require("store").flatMap(fields::identifier);
        String name = fields.findText("name").orElse(store.orElse(""));
        Optional<ZoneId> timezone = fields.require("timezone").flatMap(this::timezone);
        LocalTime dayCut = fields.find("dayCut").flatMap(this::clock).orElse(DEFAULT_DAY_CUT);
        Optional<Integer> capacity = fields.findPeople("capacity");
        fields.find("parameters").ifPresent(this::readParameters);
        List<String> gateways = identifiers(fields, "gateways");
        if (gateways.size() > StoreConfig.MOST_GATEWAYS) {
            faults.error(
                    root.place(),
                    "A store has at most " + StoreConfig.MOST_GATEWAYS + " 'gateways' but this has " + gateways.size()
                            + ".");
        }
        List<Node> deviceNodes = fields.list("devices");
        deviceNodes.forEach(
                node -> Optional.ofNullable(node.fields().get("id")).ifPresent(id -> deviceIds.add(id.text())));
        List<DeviceConfig> devices = new DeviceReader(references, faults).read(deviceNodes);
        List<FunnelConfig> funnels = new FunnelReader(references, faults).read(fields.list("funnels"));
        for (String elsewhere : List.of("openingHours", "experiments")) {
            fields.find(elsewhere);
        }
        fields.warnOfOthers();
        if (visitGapPlace.isEmpty()) {
            visitGapPlace = root.place();
        }
        if (store.isPresent() && timezone.isPresent() && !faults.hasErrors()) {
            config = new StoreConfig(
                    store.get(),
                    name,
                    timezone.get(),
                    dayCut,
                    capacity.orElse(null),
                    parameters,
                    gateways.isEmpty() ? List.of(store.get()) : gateways,
                    devices,
                    funnels);
        }
    }

    private void readParameters(Node map) {
        Fields fields = new Fields(map, "", faults);
        Parameters defaults = Parameters.DEFAULTS;
        parameters = new Parameters(
                fields.millis("bridge", defaults.bridgeMillis(), 1),
                fields.millis("grace", defaults.graceMillis(), 0),
                fields.millis("minStay", defaults.minStayMillis(), 0),
                fields.millis("engagedAfter", defaults.engagedAfterMillis(), 0),
                fields.millis("visitGap", defaults.visitGapMillis(), 0),
                fields.millis("bounceUnder", defaults.bounceUnderMillis(), 0),
                fields.thousandths(
                        "cellSize",
                        defaults.cellMillimetres(),
                        Parameters.SMALLEST_CELL_MILLIMETRES,
                        Parameters.LARGEST_CELL_MILLIMETRES),
                fields.thousandths("maxSpeed", defaults.maxSpeedMillimetresPerSecond(), 1, Parameters.HIGHEST_SPEED),
                fields.thousandths("doorBand", defaults.doorBandMillimetres(), 0, Parameters.WIDEST_DOOR_BAND));
        fields.refuseOthers();
        visitGapPlace = fields.find("visitGap").orElse(map).place();
    }

    private Optional<ZoneId> timezone(Node node) {
        try {
            ZoneId zone = ZoneId.of(node.text());
            if (zone instanceof ZoneOffset && !zone.equals(ZoneOffset.UTC)) {
                faults.warning(
                        node.place(),
                        "'" + node.text()
                                + "' is a fixed offset: name the zone, as in Europe/Berlin, to follow its clock changes.");
            }
            return Optional.of(zone);
        } catch (DateTimeException e) {
            faults.error(
                    node.place(), "This must be an IANA time zone such as Europe/Berlin but is " + node.said() + ".");
            return Optional.empty();
        }
    }

    /**
     * A time of day. YAML 1.1 takes an unquoted 4:00 for a number to base 60, so whole numbers are read as the minutes, or
     * from a day's minutes on the seconds, that such a number means.
     */
    private Optional<LocalTime> clock(Node node) {
        Matcher parts = CLOCK.matcher(node.text());
        try {
            if (node.is(Node.Type.NUMBER) && node.text().matches("\\d{1,5}")) {
                int number = Integer.parseInt(node.text());
                if (number < SECONDS_OF_DAY) {
                    return Optional.of(LocalTime.ofSecondOfDay(number < MINUTES_OF_DAY ? number * 60L : number));
                }
            } else if (node.isWord() && parts.matches()) {
                String seconds = parts.group(3);
                return Optional.of(LocalTime.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        seconds == null ? 0 : Integer.parseInt(seconds)));
            }
        } catch (DateTimeException e) {
            faults.error(node.place(), "This is no time of day: " + e.getMessage() + ".");
            return Optional.empty();
        }
        faults.error(node.place(), "This must be a time of day such as \"04:00\" but is " + node.said() + ".");
        return Optional.empty();
    }

    private List<String> identifiers(Fields fields, String key) {
        Set<String> ids = new LinkedHashSet<>();
        for (Node node : fields.list(key)) {
            Optional<String> id = fields.identifier(node);
            if (id.isPresent() && !ids.add(id.get())) {
                faults.error(node.place(), "'" + id.get() + "' stands in the list twice: keep one.");
            }
        }
        return List.copyOf(ids);
    }
}

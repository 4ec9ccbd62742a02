package dev.footfall.jobs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every measurement that is ever written: its tags and fields, in their order, and the type of each field. An InfluxDB refuses a field whose type
 * changes, so this is a promise; {@link MeasurementsTest} holds the code to it.
 */
public final class Measurements {
    /** What a field may hold; the sign is what its value ends with, or begins with, in line protocol. */
    public enum FieldType {
        INTEGER,
        FLOAT,
        STRING;

        /** The type of a value of line protocol. */
        public static FieldType of(String value) {
            if (value.startsWith("\"")) {
                return STRING;
            }
            return value.endsWith("i") ? INTEGER : FLOAT;
        }
    }

    /**
     * A measurement.
     *
     * @param tags in the order of their names
     * @param fields with their types, in the order written
     * @param optional fields that a point may lack
     */
    public record Measurement(String name, List<String> tags, Map<String, FieldType> fields, Set<String> optional) {}

    /** Fields are integers, {@code ~} floats, {@code "} strings; those with {@code ?} may be absent; {@code +} stands for status, completeness and definitions. */
    private static final String TABLE =
            """
            footfall   | door store window         | in out passing +
            occupancy  | store window              | people people_max clamped +
            heatmap    | cell floor store window   | seconds~ visits +
            cells      | cell floor store          | x~ y~ lat~ lon~
            stores     | store                     | name" lat~ lon~ capacity?
            zones      | floor store zone          | name" type" lat~ lon~ capacity?
            zone_dwell | floor store window zone   | visits seconds~ stays passes stops engaged censored dwell_ms_sum dwell_ms_max? dwell_ms_p50? dwell_ms_p90? le_5 le_10 le_15 le_30 le_60 le_120 le_300 le_600 le_inf +
            zone_now   | floor store zone          | people longest_ms +
            visits     | store window              | visits bounces duration_ms_sum duration_ms_p50 staff_seconds~ +
            zone_flow  | edge store window         | visits source" target" +
            paths      | rank store window         | path" visits duration_ms_sum +
            funnel     | funnel step store window  | visits entered step_ms_p50? +
            device_health | device store           | state" last_heard_ms? events rejected clock_skew_ms?
            pipeline   | store                     | frames? duplicates? gaps? late_events? lag_ms? off_floor_seconds~?
            """;

    private static final Map<String, Measurement> ALL = TABLE.lines()
            .map(Measurements::parse)
            .collect(Collectors.toMap(Measurement::name, measurement -> measurement, (a, b) -> a, LinkedHashMap::new));

    private Measurements() {}

    private static Measurement parse(String row) {
        String[] columns = row.split("\\|", -1);
        Map<String, FieldType> fields = new LinkedHashMap<>();
        Set<String> optional = new java.util.TreeSet<>();
        for (String field : columns[2]
                .replace("+", "status completeness~ definitions\"")
                .trim()
                .split(" +", -1)) {
            String name = field.replaceAll("[~\"?]", "");
            fields.put(
                    name,
                    field.contains("~")
                            ? FieldType.FLOAT
                            : field.contains("\"") ? FieldType.STRING : FieldType.INTEGER);
            if (field.contains("?")) {
                optional.add(name);
            }
        }
        List<String> tags = Arrays.asList(columns[1].trim().split(" +", -1));
        return new Measurement(columns[0].trim(), tags, fields, optional);
    }

    /** All of them, by name. */
    public static Map<String, Measurement> all() {
        return ALL;
    }

    /** The measurement of that name. */
    public static Optional<Measurement> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}

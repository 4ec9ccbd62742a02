package dev.footfall.floorboard;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A request for figures of all stores at once: those of the store days that begin at one instant, one row a store. */
final class ChainQuery {
    /** The queries, each a file {@code queries/chain_NAME.influxql}. */
    static final List<String> NAMES = List.of("visits", "footfall", "occupancy", "zones");

    private static final Map<String, QueryText> TEXTS = NAMES.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> QueryText.read("chain_" + name)));

    private ChainQuery() {}

    /**
     * The statement that answers a request.
     *
     * @param startMillis when the store days begin; stores in other time zones have another start, asked for on its own
     * @throws Refusal when there is no such query
     */
    static String statement(String name, long startMillis) throws Refusal {
        QueryText text = TEXTS.get(name);
        if (text == null) {
            throw Refusal.notFound(
                    "There is no query '" + name + "' of all stores: there are " + String.join(", ", NAMES) + ".");
        }
        return text.filled(Map.of(), startMillis, startMillis + 1);
    }
}

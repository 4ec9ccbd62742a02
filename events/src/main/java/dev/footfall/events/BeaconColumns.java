package dev.footfall.events;

import java.util.OptionalDouble;

/** How strongly receivers heard tags. */
public final class BeaconColumns extends Columns {
    private static final int RSSI = 4;
    private static final int TX = 5;

    BeaconColumns(Table table, Dictionary dictionary) {
        super(Kind.BEACON, table, dictionary);
    }

    /** The strength received, to 0.01 dBm. */
    public double rssiDbm(int row) {
        return get(RSSI, row) / 100.0;
    }

    /** The strength at 1 m, to 0.01 dBm, if said. */
    public OptionalDouble findTxDbm(int row) {
        long tx = get(TX, row);
        return tx == FrameLayout.NOT_SAID ? OptionalDouble.empty() : OptionalDouble.of(tx / 100.0);
    }
}

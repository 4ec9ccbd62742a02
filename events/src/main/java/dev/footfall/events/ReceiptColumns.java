package dev.footfall.events;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Purchases. */
public final class ReceiptColumns extends Columns {
    private static final List<ReceiptChannel> CHANNELS = List.of(ReceiptChannel.values());
    private static final int TILL = 4;
    private static final int CHANNEL = 5;
    private static final int ITEMS = 6;
    private static final int AMOUNT = 7;
    private static final int MEMBER = 8;

    ReceiptColumns(Table table, Dictionary dictionary) {
        super(Kind.RECEIPT, table, dictionary);
    }

    public String till(int row) {
        return string(TILL, row);
    }

    public ReceiptChannel channel(int row) {
        return CHANNELS.get((int) get(CHANNEL, row));
    }

    public OptionalLong findItems(int row) {
        long items = get(ITEMS, row);
        return items < 0 ? OptionalLong.empty() : OptionalLong.of(items);
    }

    /** What was paid in the store's currency, to a thousandth. */
    public OptionalDouble findAmount(int row) {
        long amount = get(AMOUNT, row);
        return amount == Long.MIN_VALUE ? OptionalDouble.empty() : OptionalDouble.of(amount / 1000.0);
    }

    public Optional<Boolean> findMember(int row) {
        long member = get(MEMBER, row);
        return member < 0 ? Optional.empty() : Optional.of(member == 1);
    }
}

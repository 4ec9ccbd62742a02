package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * A purchase: {@code amount} in the store's currency, negative for a refund; {@code tag} of the cart or phone, if known.
 */
public record Receipt(
        long timeMillis,
        String till,
        ReceiptChannel channel,
        @Nullable Long items,
        @Nullable Double amount,
        @Nullable Boolean member,
        @Nullable String tag)
        implements SensorEvent {
    public Receipt {
        Ranges.time("time", timeMillis);
        Identifiers.check("till", till);
        if (items != null) {
            Ranges.count("items", items);
        }
        if (amount != null) {
            Ranges.number("amount", amount, -Ranges.MAX_AMOUNT, Ranges.MAX_AMOUNT);
        }
        Ranges.optionalIdentifier("tag", tag);
    }

    @Override
    public Kind kind() {
        return Kind.RECEIPT;
    }

    @Override
    public long placeMillis() {
        return timeMillis;
    }

    @Override
    public Receipt shiftedBy(long millis) {
        return new Receipt(timeMillis + millis, till, channel, items, amount, member, tag);
    }
}

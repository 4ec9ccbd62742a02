package dev.footfall.events;

/**
 * Where a purchase was rung up: at a till, at a self check-out, or with a scanner carried along; the order is that of
 * their numbers in frames.
 */
public enum ReceiptChannel {
    TILL,
    SELF,
    SCAN
}

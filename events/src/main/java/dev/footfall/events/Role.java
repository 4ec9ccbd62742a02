package dev.footfall.events;

/** Whom a camera takes a person for. */
public enum Role {
    CUSTOMER,
    STAFF
}

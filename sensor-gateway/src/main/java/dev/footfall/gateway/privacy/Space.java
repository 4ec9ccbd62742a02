package dev.footfall.gateway.privacy;

/** Which identifiers can mean the same person. */
public enum Space {
    /** Tracks of one camera. */
    TRACK,
    /** Stays at one shelf camera. */
    SHELF,
    /** Tags, whichever device hears or reads them. */
    TAG
}

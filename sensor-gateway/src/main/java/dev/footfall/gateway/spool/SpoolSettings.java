package dev.footfall.gateway.spool;

/**
 * The size of a store's spool.
 *
 * @param maxBytes what its folder may hold; when it is full nothing more is taken until frames are no longer needed
 * @param segmentBytes the size at which a file is full; space is given back by whole files
 */
public record SpoolSettings(long maxBytes, int segmentBytes) {
    public static final long DEFAULT_MAX_BYTES = 1L << 30;
    public static final int DEFAULT_SEGMENT_BYTES = 8 << 20;

    private static final int MIN_SEGMENT_BYTES = 256;
    private static final int MAX_SEGMENT_BYTES = 256 << 20;
    private static final int MIN_SEGMENTS = 4;

    public SpoolSettings {
        if (segmentBytes < MIN_SEGMENT_BYTES || segmentBytes > MAX_SEGMENT_BYTES) {
            throw new IllegalArgumentException("segmentBytes = " + segmentBytes + ", must be from " + MIN_SEGMENT_BYTES
                    + " to " + MAX_SEGMENT_BYTES);
        }
        if (maxBytes < (long) MIN_SEGMENTS * segmentBytes) {
            throw new IllegalArgumentException(
                    "maxBytes = " + maxBytes + ", must be at least " + MIN_SEGMENTS + " segments of " + segmentBytes);
        }
    }

    /** The usual size: 1 GiB. */
    public static SpoolSettings defaults() {
        return ofMaxBytes(DEFAULT_MAX_BYTES);
    }

    /** A spool of that size, in files of the usual size or smaller. */
    public static SpoolSettings ofMaxBytes(long maxBytes) {
        long segmentBytes = Math.max(MIN_SEGMENT_BYTES, Math.min(DEFAULT_SEGMENT_BYTES, maxBytes / MIN_SEGMENTS));
        return new SpoolSettings(maxBytes, (int) segmentBytes);
    }
}

package dev.footfall.events;

/** Bytes that are no frame, with where reading stopped and whether at least the header could be read. */
public class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean headerReadable;
    private final long offset;
    private final String detail;

    /** {@code offset} is the byte at which it was noticed, -1 where no single byte is to blame. */
    public MalformedFrameException(boolean headerReadable, long offset, String detail) {
        super(detail + (offset < 0 ? "" : ", at byte " + offset), null, false, false);
        this.headerReadable = headerReadable;
        this.offset = offset;
        this.detail = detail;
    }

    /** Whether {@link FrameCodec#header} reads these bytes: then the frame has its number and can be taken and dead-lettered. */
    public final boolean headerReadable() {
        return headerReadable;
    }

    /** The byte at which it was noticed, -1 where no single byte is to blame. */
    public final long offset() {
        return offset;
    }

    /** What is wrong. */
    public final String detail() {
        return detail;
    }
}

package dev.footfall.events;

/** A frame of another version of the format: not to be taken, it waits in its spool until a reader knows it. */
public final class UnknownFrameVersionException extends MalformedFrameException {
    private static final long serialVersionUID = 1L;

    private final long version;

    public UnknownFrameVersionException(long version, long offset) {
        super(false, offset, "frame of version v = " + version + ", this build reads " + FrameLayout.VERSION);
        this.version = version;
    }

    public long version() {
        return version;
    }
}

package dev.footfall.jobs.windows;

import java.io.DataOutput;
import java.io.IOException;

/** What is added up in one window. */
public interface Bucket {
    /** Writes the bucket as it will be read back. */
    void write(DataOutput out) throws IOException;
}

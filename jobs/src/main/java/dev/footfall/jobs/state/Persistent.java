package dev.footfall.jobs.state;

import java.io.DataOutput;
import java.io.IOException;

/** A state that can be written down; its {@link StateForm} reads it back. */
public interface Persistent {
    /** Writes the state in the form's current version. */
    void write(DataOutput out) throws IOException;
}

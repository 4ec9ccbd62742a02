package dev.footfall.jobs.framelog;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A file of frames and how far it was read.
 *
 * @param file as Flink names it
 * @param position where the next frame begins
 */
record FrameLogSplit(String file, long position) implements SourceSplit {
    FrameLogSplit {
        if (position < 0) {
            throw new IllegalArgumentException("position = " + position + ", must not be negative");
        }
    }

    @Override
    public String splitId() {
        return file;
    }
}

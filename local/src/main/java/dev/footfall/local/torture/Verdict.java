package dev.footfall.local.torture;

import java.util.List;

/**
 * What is left of the promise after a run.
 *
 * @param events that were published and acknowledged, each once
 * @param lost of these, not in the archive
 * @param doubled events of frames that were taken twice, and events that nobody published
 * @param points final points of an undisturbed replay
 * @param differences a sentence for each point that is missing, should not be there, or has other fields
 */
record Verdict(long events, long lost, long doubled, long points, List<String> differences) {
    /** Whether it was kept. */
    boolean isClean() {
        return lost == 0 && doubled == 0 && differences.isEmpty();
    }
}

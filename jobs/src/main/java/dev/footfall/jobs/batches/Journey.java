package dev.footfall.jobs.batches;

import java.util.List;

/**
 * A visit that is over, with all its stays by {@code entered} (ties: by zone id, then by {@code left}); or one that turned out to
 * have gone on, and is taken back with the stays that it had been listed with.
 *
 * @param end the visit
 * @param stays every stay of it, passes included
 * @param times 1, or -1 when it is taken back
 */
public record Journey(VisitEnd end, List<Stay> stays, int times) {
    public Journey {
        if (times != 1 && times != -1) {
            throw new IllegalArgumentException("times " + times + " must be 1 or -1");
        }
        stays = List.copyOf(stays);
    }
}

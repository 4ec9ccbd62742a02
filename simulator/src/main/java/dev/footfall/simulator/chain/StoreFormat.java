package dev.footfall.simulator.chain;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Stores of a chain that are like each other.
 *
 * @param template the folder of the store pack that they are copies of, with its {@code simulation.yaml}
 * @param stores how many there are
 * @param visitsPerDay how many people come to one on an average day; null: as {@code simulation.yaml} says
 */
public record StoreFormat(Path template, int stores, @Nullable Integer visitsPerDay) {
    public StoreFormat {
        if (stores < 1) {
            throw new IllegalArgumentException("stores is " + stores + " but must be at least 1");
        }
        if (visitsPerDay != null && visitsPerDay < 1) {
            throw new IllegalArgumentException("visitsPerDay is " + visitsPerDay + " but must be at least 1");
        }
    }

    /** As many of a format as there are stores, with as many people as it says. */
    public static StoreFormat of(Path template, int stores) {
        return new StoreFormat(template, stores, null);
    }

    /** The name of the template. */
    public String name() {
        return String.valueOf(template.getFileName());
    }
}

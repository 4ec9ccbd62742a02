package dev.footfall.jobs.oracle;

import dev.footfall.geofences.PackReading;
import dev.footfall.geofences.StorePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A small made-up store and a few minutes of its traffic, hard to get right, the same for the same seed.
 *
 * <p>Layouts have one or two floors of rectangles, concave, holed, nested and touching zones, islands and diagonals, on
 * and off cell borders and whole millimetres, and up to three doors a floor at any angle. Subjects wander, stand, jump,
 * pause for exactly a limit, stop on vertices, borders and door lines, change floors and cross the day cut; events are
 * repeated, contradict each other at one instant and arrive disordered, but no later than the devices' slack allows.
 *
 * @param stores the folder of stores, for {@code --stores}
 * @param lines the recording, {@code {"at", "topic", "payload"}} each
 * @param traffic the same, as the oracle takes it
 */
public record RandomStore(Path stores, StorePack pack, List<String> lines, Traffic traffic) {

    /** What the definitions leave room for, or what not every part can see; to be left out when it hides the rest. */
    public enum Trouble {
        /** A customer's track with an observation of staff in it, and the other way round. */
        MIXED_ROLES,
        /** A reported stay that is entered before the day cut and left after it. */
        STAYS_OVER_THE_CUT,
        /** Funnel steps that stand for a door. */
        DOOR_STEPS
    }

    /** The store of a seed, with every trouble, written to a folder of its own below {@code parent}. */
    public static RandomStore make(long seed, Path parent) {
        return make(seed, parent, EnumSet.allOf(Trouble.class));
    }

    /** The store of a seed, with these troubles only. */
    public static RandomStore make(long seed, Path parent, Set<Trouble> troubles) {
        Dice dice = new Dice(seed);
        RandomSettings settings = new RandomSettings(dice, new Dice(seed + 1), troubles.contains(Trouble.DOOR_STEPS));
        RandomLayout layout = new RandomLayout(dice, settings);
        Path stores = parent.resolve("stores-" + seed);
        StorePack pack = written(stores.resolve("made-up"), settings.yaml(layout), layout.json());
        List<String> lines = new RandomTraffic(dice, new Dice(seed + 2), settings, layout, troubles).lines();
        return new RandomStore(stores, pack, lines, Recordings.read(lines, pack.config()));
    }

    /** What the oracle makes of it. */
    public Points points() {
        return Oracle.compute(pack, traffic);
    }

    private static StorePack written(Path folder, String yaml, String layout) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("store.yaml"), yaml);
            Files.writeString(folder.resolve("layout.geojson"), layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PackReading reading = StorePack.read(folder);
        StorePack pack = reading.pack();
        if (pack == null) {
            throw new IllegalStateException("pack in " + folder + ": no errors expected, has " + reading.faults());
        }
        return pack;
    }
}

package dev.footfall.simulator;

import dev.footfall.geofences.Fault;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.PackReading;
import dev.footfall.geofences.StorePack;
import dev.footfall.simulator.people.Scene;
import dev.footfall.simulator.people.Shop;
import dev.footfall.simulator.place.DrawnFeatures;
import dev.footfall.simulator.place.Surveyor;
import dev.footfall.simulator.sensors.Installation;
import dev.footfall.simulator.sensors.Outbox;
import dev.footfall.simulator.settings.Behaviour;
import dev.footfall.simulator.settings.ErrorRates;
import dev.footfall.simulator.settings.NamedIds;
import dev.footfall.simulator.settings.SettingsFile;
import dev.footfall.simulator.truth.Truth;
import dev.footfall.simulator.truth.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store in which people move about, and its devices that see them.
 *
 * <p>The same pack, settings, seed and start give the same messages, byte for byte, in however many steps it is advanced, on whatever machine with
 * the same JDK. For one thread at a time; several may run side by side.
 */
public final class Simulation {
    private static final long STEP_MILLIS = 1_000;

    private final StorePack pack;
    private final Shop shop;
    private final Installation installation;
    private final Outbox outbox = new Outbox();
    private final @Nullable Witness witness;
    private long nowMillis;

    private Simulation(SimulationSettings settings, StorePack pack, Truth truth) throws IOException {
        this.pack = pack;
        this.nowMillis = Math.floorDiv(settings.startMillis(), STEP_MILLIS) * STEP_MILLIS;
        SettingsFile file = SettingsFile.read(settings.store(), pack.config().dayCut());
        Behaviour said = file.behaviour();
        NamedIds.require(said, pack);
        Integer visits = settings.visitsPerDay();
        Behaviour behaviour = visits == null ? said : said.withVisitsPerDay(visits);
        ErrorRates errors = settings.errors() == SensorErrors.NONE ? ErrorRates.NONE : file.errorRates();
        Layout layout = pack.layoutAt(nowMillis);
        this.shop = new Shop(
                Surveyor.survey(layout, DrawnFeatures.read(settings.store())),
                behaviour,
                pack.config().timezone(),
                settings.seed(),
                nowMillis);
        this.installation = new Installation(pack.config(), layout, behaviour, errors, settings.seed());
        this.witness =
                truth == Truth.NONE ? null : new Witness(layout, pack.config().parameters(), installation, truth);
    }

    /**
     * A store in which nobody is at an instant.
     *
     * @throws IllegalArgumentException when the store pack has errors or cannot be simulated; the message tells why
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Simulation of(Path storeFolder, SensorErrors errors, long seed, long startMillis) {
        return of(new SimulationSettings(storeFolder, errors, seed, startMillis, null), Truth.NONE);
    }

    /**
     * A store in which nobody is at an instant, and somebody who takes note of what is true.
     *
     * @throws IllegalArgumentException when the store pack has errors or cannot be simulated; the message tells why
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Simulation of(SimulationSettings settings, Truth truth) {
        StorePack pack = read(settings.store());
        try {
            return new Simulation(settings, pack, truth);
        } catch (IOException e) {
            throw new UncheckedIOException(settings.store() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(settings.store() + ": " + e.getMessage(), e);
        }
    }

    /**
     * When a store opens on a date.
     *
     * @throws IllegalArgumentException when the store pack, {@code simulation.yaml} or the opening hours have errors
     * @throws UncheckedIOException when a file cannot be read
     */
    public static long openingMillis(Path storeFolder, LocalDate date) {
        StorePack pack = read(storeFolder);
        try {
            LocalTime opens = SettingsFile.read(storeFolder, pack.config().dayCut())
                    .behaviour()
                    .opening()
                    .from();
            return date.atTime(opens)
                    .atZone(pack.config().timezone())
                    .toInstant()
                    .toEpochMilli();
        } catch (IOException e) {
            throw new UncheckedIOException(storeFolder + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(storeFolder + ": " + e.getMessage(), e);
        }
    }

    private static StorePack read(Path storeFolder) {
        if (!Files.isDirectory(storeFolder)) {
            throw new IllegalArgumentException(storeFolder + " is no folder of a store");
        }
        PackReading reading = StorePack.read(storeFolder);
        StorePack pack = reading.pack();
        if (pack == null) {
            throw new IllegalArgumentException(reading.faults().stream()
                    .filter(Fault::isError)
                    .map(fault -> fault.file() + ": " + (fault.where().isEmpty() ? "" : fault.where() + ": ")
                            + fault.message())
                    .collect(Collectors.joining("\n", storeFolder + ": ", "")));
        }
        return pack;
    }

    /** The store that is simulated. */
    public StorePack pack() {
        return pack;
    }

    /** How far it has come: the last full second. */
    public long nowMillis() {
        return nowMillis;
    }

    /** Goes on to an instant and hands over, in order of receipt, all that devices have published and was received until then. */
    public void advance(long untilMillis, Consumer<Message> devices) {
        while (nowMillis + STEP_MILLIS <= untilMillis) {
            Scene scene = shop.step();
            nowMillis = scene.timeMillis();
            installation.see(scene, outbox);
            if (witness != null) {
                witness.see(scene);
            }
            // whatever the next second brings is received at its end or later
            outbox.release(nowMillis + STEP_MILLIS - 1, devices);
        }
    }

    /** Ends it: hands over what is still under way, and tells the truth of what is still open. */
    public void end(Consumer<Message> devices) {
        outbox.release(Long.MAX_VALUE, devices);
        if (witness != null) {
            witness.end(nowMillis);
        }
    }
}

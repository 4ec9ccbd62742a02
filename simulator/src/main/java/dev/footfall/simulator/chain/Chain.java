package dev.footfall.simulator.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Many stores that live through the days of few.
 *
 * <p>Of each format a handful of templates is simulated. Each store of the format goes by one of them, begins somewhere in it, and is a few
 * milliseconds beside all others.
 */
public final class Chain {
    private static final int TEMPLATES = 4;
    private static final String STORE_FILE = "store.yaml";

    private final List<ChainStore> stores;

    private Chain(List<ChainStore> stores) {
        this.stores = List.copyOf(stores);
    }

    /**
     * Which stretch of a day is lived through.
     *
     * @param fromMillis of the templates
     * @param untilMillis of the templates: there they begin again
     * @param warmUpMillis how long before {@code fromMillis} the templates begin, with nobody inside
     * @param spread whether each store begins somewhere in the stretch; else all begin with it, a second apart at most
     */
    public record Stretch(long fromMillis, long untilMillis, long warmUpMillis, boolean spread) {
        public Stretch {
            if (untilMillis <= fromMillis) {
                throw new IllegalArgumentException("untilMillis is " + untilMillis + " but must be after fromMillis");
            }
            if (warmUpMillis < 0) {
                throw new IllegalArgumentException("warmUpMillis is " + warmUpMillis + " but must not be negative");
            }
        }
    }

    /**
     * The stores of a chain, named {@code format-00001} and so on, all at one instant.
     *
     * @param startMillis what their clocks show when they begin
     */
    public static Chain of(List<StoreFormat> formats, long seed, Stretch stretch, long startMillis) {
        Random random = new Random(seed);
        List<ChainStore> stores = new ArrayList<>();
        for (StoreFormat format : formats) {
            List<Template> templates = new ArrayList<>();
            for (int i = 0; i < Math.min(TEMPLATES, format.stores()); i++) {
                templates.add(Template.simulate(
                        format, seed + i, stretch.fromMillis(), stretch.untilMillis(), stretch.warmUpMillis()));
            }
            for (int i = 0; i < format.stores(); i++) {
                Template template = templates.get(i % templates.size());
                long within = stretch.spread() ? template.lengthMillis() : 1_000;
                stores.add(new ChainStore(
                        String.format(Locale.ROOT, "%s-%05d", format.name(), i + 1),
                        format,
                        template,
                        startMillis,
                        random.nextLong(within),
                        random.nextLong()));
            }
        }
        return new Chain(stores);
    }

    /** All of them, those of a format together. */
    public List<ChainStore> stores() {
        return stores;
    }

    /** Writes the store pack of each into a folder, which is made: its format's own under its name. */
    public void writePacks(Path folder) throws IOException {
        for (ChainStore store : stores) {
            Path from = store.format().template();
            Path to = Files.createDirectories(folder.resolve(store.id()));
            String said = Files.readString(from.resolve(STORE_FILE));
            Files.writeString(to.resolve(STORE_FILE), said.replaceFirst("(?m)^store: .*$", "store: " + store.id()));
            try (var files = Files.list(from)) {
                for (Path file : files.filter(
                                each -> String.valueOf(each.getFileName()).endsWith(".geojson"))
                        .toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }
}

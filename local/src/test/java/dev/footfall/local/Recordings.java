package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.jobs.oracle.SharedData;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The public recordings, where they are, as a live chain and a replay need them. */
record Recordings(Path data) {
    /** Empty where they are not. */
    static Optional<Recordings> find() {
        return SharedData.find().map(Recordings::new);
    }

    Path file(String name) {
        return data.resolve("recordings").resolve(name + ".ndjson.gz");
    }

    /** Makes a folder of the packs of those stores. */
    Path stores(Path folder, Collection<String> names) throws IOException {
        Path stores = Files.createDirectories(folder.resolve("stores"));
        for (String name : names) {
            Files.createSymbolicLink(
                    stores.resolve(name), data.resolve("stores").resolve(name).toAbsolutePath());
        }
        return stores;
    }

    /** Makes a folder of the pack of one store, its {@code store.yaml} changed. */
    Path changedStore(Path folder, String name, UnaryOperator<String> change) throws IOException {
        Path store = Files.createDirectories(folder.resolve("stores").resolve(name));
        try (Stream<Path> files = Files.list(data.resolve("stores").resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, store.resolve(file.getFileName()));
            }
        }
        Path config = store.resolve("store.yaml");
        String changed = change.apply(Files.readString(config));
        Files.delete(config);
        Files.writeString(config, changed);
        return folder.resolve("stores");
    }

    /** Copies the lines of a recording that are wanted. */
    Path lines(Path folder, String name, String part, Predicate<String> wanted) throws IOException {
        Path file = folder.resolve(name + "-" + part + ".ndjson");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file(name))), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (wanted.test(line)) {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
        return file;
    }

    /** Replays recordings to a file of points. */
    Path replay(Path folder, Path stores, Collection<String> names) {
        Path points = folder.resolve("replayed.lp");
        List<String> arguments = new ArrayList<>(
                List.of("replay", "--stores", stores.toString(), "--out", points.toString(), "--events"));
        names.forEach(name -> arguments.add(file(name).toString()));
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return points;
    }
}

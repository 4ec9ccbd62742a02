package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who works with a pack for long sees of files that come, change, break and go. */
class RefreshedPacksTest {

    private static final String FEBRUARY = "layout.february.geojson";

    private final Path folder;
    private final TestPack files;
    private final StorePacks packs;
    private final List<String> news = new ArrayList<>();
    private long nanos;

    RefreshedPacksTest(@TempDir Path stores) throws IOException {
        folder = Files.createDirectory(stores.resolve("corner"));
        files = new TestPack(folder).write();
        packs = new StorePacks(stores, StorePacks.LOOK_EVERY, () -> nanos);
    }

    /** What the store's layouts are valid from, ten seconds after the last look. */
    private List<String> later() {
        nanos += TimeUnit.SECONDS.toNanos(10);
        return now();
    }

    private List<String> now() {
        return find().map(StorePack::layouts).stream()
                .flatMap(List::stream)
                .map(layout -> Instant.ofEpochMilli(layout.validFromMillis())
                        .toString()
                        .substring(0, 7))
                .toList();
    }

    private Optional<StorePack> find() {
        return packs.refreshed(
                "corner",
                (store, reading) -> news.add(reading.faults().stream()
                        .map(Fault::toString)
                        .collect(Collectors.joining(
                                "; ", store + (reading.pack() == null ? " refused: " : " taken"), ""))));
    }

    private void february() throws IOException {
        files.head("\"frame\": {\"unit\": \"m\"}, \"validFrom\": \"2026-02-01T00:00:00Z\"")
                .write(FEBRUARY, files.layoutText());
    }

    @Test
    void furtherVersion_isSeenAtTheNextLook() throws IOException {
        assertThat(now()).containsExactly("2026-01");

        february();
        nanos += TimeUnit.SECONDS.toNanos(10) - 1;
        assertThat(now()).containsExactly("2026-01");

        nanos += 1;
        assertThat(now()).containsExactly("2026-01", "2026-02");
        assertThat(news).containsExactly("corner taken");
        assertThat(packs.find("corner")).isEqualTo(find());
    }

    @Test
    void versionThatDidNotChange_staysTheSameObject() throws IOException {
        Layout before = find().orElseThrow().layouts().get(0);
        february();
        later();

        assertThat(find().orElseThrow().layouts().get(0)).isSameAs(before);
    }

    @Test
    void nothingChanged_packIsTheSameObject() {
        StorePack before = find().orElseThrow();
        later();

        assertThat(find()).containsSame(before);
        assertThat(news).isEmpty();
    }

    @Test
    void faultyVersion_isToldOnce_andTheLastSoundOnesStay() throws IOException {
        now();
        files.write(FEBRUARY, "{\"type\": \"Feature");

        assertThat(later()).containsExactly("2026-01");
        assertThat(later()).containsExactly("2026-01");
        assertThat(news).singleElement().asString().startsWith("corner refused: error: " + FEBRUARY + ": ");

        february();
        assertThat(later()).containsExactly("2026-01", "2026-02");
        assertThat(news).hasSize(2).last().isEqualTo("corner taken");
    }

    /** As after a restart of the job. */
    @Test
    void versionFaultyFromTheBeginning_isLeftOut() throws IOException {
        files.write(FEBRUARY, "{\"type\": \"Feature");

        assertThat(now()).containsExactly("2026-01");
        assertThat(later()).containsExactly("2026-01");
        assertThat(news).singleElement().asString().startsWith("corner refused: error: " + FEBRUARY + ": ");
        assertThat(packs.find("corner")).isPresent();

        february();
        assertThat(later()).containsExactly("2026-01", "2026-02");
    }

    @Test
    void versionTakenAway_isGone_butTheLastOneStays() throws IOException {
        february();
        assertThat(now()).containsExactly("2026-01", "2026-02");
        Files.delete(folder.resolve("layout.geojson"));
        assertThat(later()).containsExactly("2026-02");

        Files.delete(folder.resolve(FEBRUARY));
        assertThat(later()).containsExactly("2026-02");
        assertThat(news).last().asString().contains("The folder has no layout.geojson");
    }

    /** What a job counts by must not change while it counts. */
    @Test
    void storeFile_holdsAsItWasFirstRead() throws IOException {
        StorePack before = find().orElseThrow();
        files.inStore("name:", "dayCut: 05:00\nname:").write();
        february();
        later();

        assertThat(find().orElseThrow().config()).isEqualTo(before.config());
        assertThat(find().orElseThrow().definitionsAt(0)).isEqualTo(before.definitionsAt(0));
    }

    @Test
    void packFaultyFromTheBeginning_isReadAgainWhole() throws IOException {
        files.inStore("zone: till", "zone: tills").write();
        assertThat(now()).isEmpty();
        assertThat(news).singleElement().asString().startsWith("corner refused: error: store.yaml: ");

        files.inStore("zone: tills", "zone: till").write();
        assertThat(later()).containsExactly("2026-01");
        assertThat(news).hasSize(2).last().isEqualTo("corner taken");
    }

    @Test
    void storeThatIsNotThere_isFoundWhenItComes() throws IOException {
        assertThat(packs.refreshed("kiosk", PackNews.UNHEARD)).isEmpty();

        new TestPack(Files.createDirectory(folder.resolveSibling("kiosk")))
                .inStore("corner", "kiosk")
                .write();
        assertThat(packs.refreshed("kiosk", PackNews.UNHEARD)).isPresent();
    }
}

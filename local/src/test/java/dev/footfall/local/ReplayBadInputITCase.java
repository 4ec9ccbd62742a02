package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used is refused with its reason and counted, and what follows still counts; only an input that is of no use at all is an error. */
class ReplayBadInputITCase {
    private static final String TRACKS = "footfall/v1/north/track/cam";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private Path stores = Path.of("");

    @BeforeEach
    void makeStores() throws IOException {
        stores = Demo.stores(folder);
    }

    private CommandLineRun replay(Path events) {
        return CommandLineRun.of(
                "replay",
                "--stores",
                stores.toString(),
                "--events",
                events.toString(),
                "--out",
                folder.resolve("points.lp").toString(),
                "--dead-letters",
                folder.resolve("refused.ndjson").toString());
    }

    private List<JsonNode> refused() throws IOException {
        List<JsonNode> letters = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("refused.ndjson"))) {
            letters.add(JSON.readTree(line));
        }
        return letters;
    }

    private static String good(int second) {
        long time = Demo.START + second * 1_000L;
        return Demo.track("north", time + 100, time, "p", 1 + second * 0.5, 2);
    }

    private static String bad(int second, String payload) {
        return Demo.line(Demo.START + second * 1_000L + 200, TRACKS, payload);
    }

    @Test
    void everyKindOfBadMessage_isRefusedWithItsReason_andTheNextGoodOneCounts() throws IOException {
        long soon = Demo.START + 700_000;
        List<String> messages = List.of(
                bad(0, "{\"time\":" + Demo.START + ",\"id\":\"p\",\"x\":NaN,\"y\":1}"),
                bad(1, "{\"time\":" + soon + ",\"id\":\"p\",\"x\":1,\"y\":1}"),
                Demo.line(Demo.START + 2_200, "footfall/v1/nowhere/track/cam", "{}"),
                Demo.line(Demo.START + 3_200, "footfall/v1/north/track/stranger", "{}"),
                bad(4, "{\"id\":\"" + "x".repeat(2 << 20) + "\"}"),
                bad(5, "[".repeat(10_000) + "]".repeat(10_000)),
                bad(6, "{\"time\":" + Demo.START + ",\"id\":\"p\",\"x\":1}"),
                bad(7, "{\"time\":" + Demo.START + ",\"id\":\"p\",\"x\":\"1\",\"y\":1}"),
                bad(8, "{\"time\":" + Demo.START + ",\"id\":\"p\",\"x\":1e9,\"y\":1}"),
                "this is no line of a recording");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < messages.size(); i++) {
            file.write((good(i) + "\n" + messages.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        file.write(bad(10, "{\"id\":\"").replace("}", "").getBytes(StandardCharsets.UTF_8));
        file.write(new byte[] {(byte) 0xC3, (byte) 0x28, '"', '}', '}', '\n'});
        file.write((good(10) + "\n").getBytes(StandardCharsets.UTF_8));
        Path events = Files.write(folder.resolve("bad.ndjson"), file.toByteArray());

        CommandLineRun run = replay(events);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(refused())
                .extracting(letter -> letter.get("reason").textValue())
                .containsExactly(
                        "malformed-json",
                        "clock-skew",
                        "unknown-store",
                        "unknown-device",
                        "too-large",
                        "too-deep",
                        "missing-field",
                        "wrong-type",
                        "out-of-range",
                        "malformed-line",
                        "not-utf8");
        assertThat(run.out())
                .containsPattern("events +11\n")
                .containsPattern("rejected +11 ")
                .contains("too-deep");
        assertThat(Files.readString(folder.resolve("points.lp")))
                .contains("visits,store=north,window=1d visits=1i,bounces=1i,duration_ms_sum=10000i");
    }

    @Test
    void aGzipThatBreaksOff_givesWhatCouldBeRead_andOneLetter() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            for (String line : Demo.traffic()) {
                gzip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = zipped.toByteArray();
        Path events = Files.write(folder.resolve("cut.ndjson.gz"), Arrays.copyOf(whole, whole.length / 2));

        CommandLineRun run = replay(events);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(refused())
                .extracting(letter -> letter.get("reason").textValue())
                .containsExactly("truncated-input");
        assertThat(Files.readString(folder.resolve("points.lp"))).contains("visits,store=north");
    }

    @Test
    void aFileThatIsNoRecordingAtAll_isAnError() throws IOException {
        Path events = Files.write(folder.resolve("noise.ndjson.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});

        CommandLineRun run = replay(events);

        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err()).contains("noise.ndjson.gz");
    }

    @Test
    void aRefusedMessageFromTheFarFuture_doesNotMakeTheOthersLate() throws IOException {
        List<String> lines = new ArrayList<>(Demo.traffic());
        lines.add(
                lines.size() / 2,
                Demo.line(4_000_000_000_000L, "footfall/v1/north/track/stranger", "{\"time\":1,\"id\":\"p\"}"));

        CommandLineRun run = replay(Demo.write(folder.resolve("far.ndjson"), lines));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("late +0\n").containsPattern("rejected +1 ");
    }

    @Test
    void aFileOfNoise_isAnErrorWhateverItsName() throws IOException {
        Path noise = Demo.write(folder.resolve("noise"), List.of("all work", "and no play"));

        CommandLineRun run = replay(noise);

        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err()).contains("noise is no recording");
    }

    @Test
    void aByteOrderMark_costsNothing() throws IOException {
        Path events = Demo.write(folder.resolve("marked.ndjson"), List.of("\uFEFF" + good(0), good(1)));

        CommandLineRun run = replay(events);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("events +2\n").containsPattern("rejected +0\n");
    }

    @Test
    void aRecordingIsNeverOverwritten() throws IOException {
        Path events = Demo.write(folder.resolve("precious.ndjson"), List.of(good(0)));

        CommandLineRun run = CommandLineRun.of(
                "replay",
                "--stores",
                stores.toString(),
                "--events",
                events.toString(),
                "--out",
                events.toString(),
                "--dead-letters",
                events.toString());

        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err()).contains("would be overwritten").contains("are the same file");
        assertThat(Files.readAllLines(events)).containsExactly(good(0));
    }

    @Test
    void everythingWrongWithTheCommandAndTheStores_isSaidAtOnce() throws IOException {
        Files.writeString(
                stores.resolve("north").resolve("store.yaml"), "store: north\ntimezone: Mars/Base\ndayCut: 25:99\n");

        CommandLineRun run = CommandLineRun.of(
                "replay",
                "--stores",
                stores.toString(),
                "--events",
                folder.resolve("absent.ndjson").toString(),
                "--out",
                folder.resolve("no/such/folder.lp").toString(),
                "--parallelism",
                "0");

        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err())
                .contains("--parallelism 0")
                .contains("absent.ndjson")
                .contains("folder.lp")
                .contains("Mars/Base")
                .contains("dayCut");
    }
}

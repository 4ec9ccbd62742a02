package dev.footfall.gateway.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.footfall.events.Reason;
import dev.footfall.gateway.DeadLetter;
import dev.footfall.gateway.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest implements Messages {
    private static final String GOOD = "{\"at\":1793696400000,\"topic\":\"t\",\"payload\":{\"x\":1}}\n";

    private final Path folder;
    private final List<String> messages = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    RecordingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    public void accept(long atMillis, String topic, byte[] payload) {
        messages.add(atMillis + " " + topic + " " + text(payload));
    }

    @Override
    public void refuse(DeadLetter letter) {
        letters.add(letter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\" : 1.50,\"ü\":[ ]}",
                "[]",
                "[ {}, {} ]",
                "\"a\\\"}b\"",
                "\"\"",
                "12.5e3",
                "-7",
                "null",
                "true"
            })
    void readLine_aPayload_isHandedOnByteForByteWhereverItStands(String payload) throws IOException {
        read("{\"at\":1793696400000,\"topic\":\"t/ü\",\"payload\":" + payload + "}\n" + " {\"payload\" :  " + payload
                + " , \"new\":{\"payload\":1},\"topic\":\"u\",\"at\":1793696400001}\r\n\n");
        assertThat(letters).isEmpty();
        assertThat(messages).containsExactly("1793696400000 t/ü " + payload, "1793696400001 u " + payload);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        malformed-json | t | {'x':NaN}  | {'at':1793696400000,'topic':'t','payload':{'x':NaN}}
        malformed-json | t | {'x':      | {'at':1793696400000,'topic':'t','payload':{'x':
        malformed-json |   | {'x':1 2}  | {'payload':{'x':1 2}}
        malformed-line | t | {'x':1}    | {'at':1793696400000,'topic':'t','payload':{'x':1}
        malformed-line | t | {'x':1}    | {'topic':'t','payload':{'x':1}}
        malformed-line | t | {'x':1}    | {'at':'soon','topic':'t','payload':{'x':1}}
        malformed-line | t | {'x':1}    | {'at':7,'topic':'t','payload':{'x':1}}
        malformed-line | t | {'x':1}    | {'at':99999999999999999999,'topic':'t','payload':{'x':1}}
        malformed-line |   | {'x':1}    | {'at':1793696400000,'topic':3,'payload':{'x':1}}
        malformed-line | t | {'x':1}    | {'at':1793696400000,'topic':'t','topic':'u','payload':{'x':1}}
        malformed-line | t | {'x':2}    | {'at':1793696400000,'topic':'t','payload':{'x':1},'payload':{'x':2}}
        malformed-line | t | {'x':1}    | {'at':1793696400000,'topic':'t','payload':{'x':1}} {}
        malformed-line |   | [1]        | [1]
        malformed-line |   | hello      | hello
        """)
    void readLine_aBadLine_isADeadLetterAndTheNextCounts(String code, String topic, String payload, String line)
            throws IOException {
        read(GOOD + line.replace('\'', '"') + "\n" + GOOD);
        assertThat(messages).hasSize(2);
        assertThat(letters).hasSize(1);
        DeadLetter letter = letters.get(0);
        assertThat(letter.reason().code()).isEqualTo(code);
        assertThat(letter.topic()).isEqualTo(topic);
        assertThat(text(letter.payload())).isEqualTo(payload.replace('\'', '"'));
        assertThat(letter.timeMillis()).isEqualTo(1_793_696_400_000L);
    }

    @Test
    void readLine_invalidUtf8_isADeadLetterWithItsBytes() throws IOException {
        byte[] line = GOOD.replace("\"x\"", "\"?\"").getBytes(StandardCharsets.UTF_8);
        line[Arrays.asList(GOOD.split("")).indexOf("x")] = (byte) 0xFF;
        read(concat(line, GOOD.getBytes(StandardCharsets.UTF_8)));
        assertThat(messages).hasSize(1);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).reason()).isEqualTo(Reason.NOT_UTF8);
        assertThat(letters.get(0).topic()).isEqualTo("t");
        assertThat(letters.get(0).payload()).startsWith('{', '"', 0xFF);
    }

    @Test
    void readLine_nesting_isLeftToThePayloadsOwnLimitUnlessAbsurd() throws IOException {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String absurd = "[".repeat(100_000) + "]".repeat(100_000);
        read(GOOD.replace("{\"x\":1}", deep) + GOOD.replace("{\"x\":1}", absurd) + GOOD);
        assertThat(messages).hasSize(2).first().isEqualTo("1793696400000 t " + deep);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).reason()).isEqualTo(Reason.TOO_DEEP);
        assertThat(letters.get(0).topic()).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_001, 5_000, 65_536, 1_000_000})
    void readLine_aLongLine_isReadUpToTheLimit(int length) throws IOException {
        String line = "{\"at\":1793696400000,\"topic\":\"t\",\"payload\":\"";
        String filled = line + "x".repeat(length - line.length() - 2) + "\"}\n";
        read(write(GOOD + filled + GOOD + filled, "a.ndjson"), 1_000);
        boolean whole = length == 1_000;
        assertThat(messages).hasSize(whole ? 4 : 2);
        assertThat(letters).hasSize(whole ? 0 : 2);
        for (DeadLetter letter : letters) {
            assertThat(letter.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(letter.payload()).hasSize(1_000);
            assertThat(letter.detail()).contains("a line of " + length + " bytes");
        }
    }

    @Test
    void readLine_withoutALastNewline_readsTheLastLine() throws IOException {
        read(GOOD + GOOD.strip());
        assertThat(messages).hasSize(2);
    }

    @Test
    void readLine_anEmptyFile_hasNoLines() throws IOException {
        read("");
        assertThat(messages).isEmpty();
        assertThat(letters).isEmpty();
    }

    @Test
    void readLine_gzipUnderAnyName_isUnpackedAllItsMembers() throws IOException {
        read(write(concat(gzip(GOOD), gzip(GOOD)), "a.ndjson"), Recording.MAX_LINE_BYTES);
        assertThat(messages).hasSize(2);
    }

    @Test
    void readLine_aTruncatedGzip_givesWhatCouldBeReadAndOneDeadLetter() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(GOOD.replace("1}", i * 7919L % 10_007 + "}"));
        }
        byte[] whole = gzip(lines.toString());
        read(write(Arrays.copyOf(whole, whole.length / 2), "a.ndjson.gz"), Recording.MAX_LINE_BYTES);
        assertThat(messages).hasSizeBetween(1_000, 4_999);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).reason()).isEqualTo(Reason.TRUNCATED_INPUT);
        assertThat(GOOD).startsWith(text(letters.get(0).payload()).substring(0, 1));
    }

    @Test
    void readLine_whatGivesNothingAtAll_throws() throws IOException {
        byte[] whole = gzip(GOOD);
        assertUnreadable(write(Arrays.copyOf(whole, 5), "header.gz"));
        assertUnreadable(write(Arrays.copyOf(whole, 15), "body.gz"));
        assertUnreadable(write("no gzip", "named.gz"));
        assertUnreadable(write("", "empty.gz"));
        assertUnreadable(folder.resolve("absent.ndjson"));
        assertUnreadable(folder);
    }

    @Test
    void readLine_plainLinesNamedGzip_areRead() throws IOException {
        read(write(GOOD, "a.ndjson.gz"), Recording.MAX_LINE_BYTES);
        assertThat(messages).hasSize(1);
    }

    private void assertUnreadable(Path file) {
        assertThatIOException().isThrownBy(() -> read(file, Recording.MAX_LINE_BYTES));
    }

    private void read(String text) throws IOException {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] bytes) throws IOException {
        read(write(bytes, "a.ndjson"), Recording.MAX_LINE_BYTES);
    }

    private void read(Path file, int maxLineBytes) throws IOException {
        try (Recording recording = Recording.open(file, maxLineBytes)) {
            int handed = 0;
            while (recording.readLine(this)) {
                handed++;
            }
            assertThat(handed).isEqualTo(messages.size() + letters.size());
        }
    }

    private Path write(String text, String name) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private Path write(byte[] bytes, String name) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

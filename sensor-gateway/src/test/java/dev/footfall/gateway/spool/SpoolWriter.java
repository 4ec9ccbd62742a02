package dev.footfall.gateway.spool;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/**
 * A process of its own that fills a spool with numbered rows until it is killed, and prints how many are safe after each
 * commit. Rows are their number, a frame is the range of the numbers that it holds; the rest of both is filled up.
 */
final class SpoolWriter {
    private static final int MAX_FILL_BYTES = 400;

    private SpoolWriter() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        SpoolSettings settings = new SpoolSettings(1L << 30, Integer.parseInt(arguments[1]));
        Random random = new Random(Long.parseLong(arguments[2]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (StoreSpool spool = StoreSpool.open(folder, settings)) {
            long framed = framed(spool);
            long rows = framed + spool.pending().size();
            while (true) {
                for (int i = 0; i <= random.nextInt(5); i++) {
                    spool.appendEvents(filled(rows++, 0, random));
                    if (random.nextInt(8) == 0) {
                        spool.appendFrame(filled(framed, rows, random));
                        framed = rows;
                    }
                }
                spool.commit();
                out.println(rows);
                spool.trim(spool.next() - 20);
            }
        } catch (IOException e) {
            out.println(e.getMessage());
        }
    }

    private static byte[] filled(long from, long to, Random random) {
        byte[] fill = new byte[random.nextInt(MAX_FILL_BYTES)];
        random.nextBytes(fill);
        return ByteBuffer.allocate(2 * Long.BYTES + fill.length)
                .putLong(from)
                .putLong(to)
                .put(fill)
                .array();
    }

    /** The number after the last row that is in a frame. */
    private static long framed(StoreSpool spool) throws IOException {
        return spool.next() == spool.oldest()
                ? (spool.pending().isEmpty() ? 0 : from(spool.pending().get(0)))
                : to(spool.frame(spool.next() - 1));
    }

    static long from(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }

    static long to(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong(Long.BYTES);
    }
}

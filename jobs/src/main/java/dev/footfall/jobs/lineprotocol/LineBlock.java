package dev.footfall.jobs.lineprotocol;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Lines in memory, one after the other as their bytes: an object a line would be copied by the garbage collector until it is written, and compared where it
 * happens to lie.
 */
final class LineBlock {
    private static final int FULL_BYTES = 1 << 25;

    private byte[] bytes = new byte[1 << 12];
    /** Where each line begins; the next one begins where it ends. */
    private int[] begins = new int[1 << 5];

    private int lines;

    void add(byte[] line) {
        int begin = begins[lines];
        int end = begin + line.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(line, 0, bytes, begin, line.length);
        if (++lines == begins.length) {
            begins = Arrays.copyOf(begins, 2 * lines);
        }
        begins[lines] = end;
    }

    boolean isEmpty() {
        return lines == 0;
    }

    boolean isFull() {
        return begins[lines] >= FULL_BYTES;
    }

    void clear() {
        lines = 0;
    }

    /** Writes the lines in the order of their bytes. */
    void writeSorted(Path file) throws IOException {
        int[] order = new int[lines];
        Arrays.setAll(order, line -> line);
        IntArrays.quickSort(order, this::compare);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int line : order) {
                out.write(bytes, begins[line], begins[line + 1] - begins[line]);
                out.write('\n');
            }
        }
    }

    private int compare(int a, int b) {
        return Arrays.compareUnsigned(bytes, begins[a], begins[a + 1], bytes, begins[b], begins[b + 1]);
    }
}

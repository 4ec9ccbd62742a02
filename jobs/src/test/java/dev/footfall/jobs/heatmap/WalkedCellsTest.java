package dev.footfall.jobs.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class WalkedCellsTest {
    private static final int FARTHEST = 4_000_000;

    private final WalkedCells cells = new WalkedCells();
    private final Random random = new Random(20261122);

    /** Cell of a slot, in words. */
    private static String cell(WalkedCells of, int slot) {
        return of.floors().get(of.floor(slot)) + " " + of.column(slot) + "_" + of.row(slot);
    }

    @Test
    void slot_isOfOneCellAndTheSameAfterReadingBack() throws IOException {
        Map<Integer, String> walked = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            String floor = random.nextBoolean() ? "0" : "1";
            int column = random.nextInt(i % 100 == 0 ? FARTHEST : 60);
            int row = random.nextInt(60);
            int slot = cells.slot(cells.floor(floor), column, row);
            String cell = floor + " " + column + "_" + row;
            assertThat(walked.merge(slot, cell, (before, now) -> before)).isEqualTo(cell);
        }
        DataOutputSerializer out = new DataOutputSerializer(1024);
        cells.write(out);
        WalkedCells read = WalkedCells.read(new DataInputDeserializer(out.getCopyOfBuffer()));

        walked.forEach((slot, cell) -> {
            assertThat(cell(cells, slot)).isEqualTo(cell);
            assertThat(cell(read, slot)).isEqualTo(cell);
        });
    }

    @Test
    void announce_isTrueOncePerCellAndDay() throws IOException {
        int one = cells.slot(cells.floor("0"), 0, 0);
        int beside = cells.slot(cells.floor("0"), 1, 0);

        assertThat(cells.announce(one, 5)).isTrue();
        assertThat(cells.announce(one, 5)).isFalse();
        assertThat(cells.announce(one, 7)).isTrue();

        DataOutputSerializer out = new DataOutputSerializer(1024);
        cells.write(out);
        WalkedCells read = WalkedCells.read(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(read.announce(one, 7)).isFalse();
        assertThat(read.announce(beside, 7)).isTrue();
    }
}

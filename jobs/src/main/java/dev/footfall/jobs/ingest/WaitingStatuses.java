package dev.footfall.jobs.ingest;

import dev.footfall.events.DeviceState;
import dev.footfall.events.StatusColumns;
import dev.footfall.jobs.batches.Signs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statuses by which devices say that they are there, until the store's clock has passed them. One that is older when it comes is left out and is not
 * late: a broker repeats the last one that it kept whenever a gateway connects.
 */
final class WaitingStatuses {
    /** A device said that it is there. */
    private record Status(String device, long timeMillis) {}

    private final List<Status> waiting = new ArrayList<>();

    void add(StatusColumns rows, long clockMillis) {
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.state(row) == DeviceState.ONLINE && rows.timeMillis(row) >= clockMillis) {
                waiting.add(new Status(rows.device(row), rows.timeMillis(row)));
            }
        }
    }

    /** Moves to {@code signs} those before an instant. */
    void take(long beforeMillis, Signs signs) {
        if (waiting.isEmpty()) {
            return;
        }
        waiting.removeIf(status -> {
            boolean due = status.timeMillis < beforeMillis;
            if (due) {
                signs.add(status.device, status.timeMillis);
            }
            return due;
        });
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(waiting.size());
        for (Status status : waiting) {
            out.writeUTF(status.device);
            out.writeLong(status.timeMillis);
        }
    }

    static WaitingStatuses read(DataInput in) throws IOException {
        WaitingStatuses statuses = new WaitingStatuses();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            statuses.waiting.add(new Status(in.readUTF(), in.readLong()));
        }
        return statuses;
    }
}

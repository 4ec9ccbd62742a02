package dev.footfall.jobs.ingest;

import dev.footfall.geofences.StepEvent;
import dev.footfall.jobs.batches.DoorReport;
import dev.footfall.jobs.batches.ShelfReport;
import dev.footfall.jobs.batches.TagEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** How waiting events are written into the state and read back. */
final class ArrivalForm {
    /** Writes one event. */
    @FunctionalInterface
    interface Writer<E> {
        void write(E event, DataOutput out) throws IOException;
    }

    /** Reads one event. */
    @FunctionalInterface
    interface Reader<E> {
        E read(DataInput in) throws IOException;
    }

    private ArrivalForm() {}

    static <E> void writeAll(List<Arrival<E>> arrivals, DataOutput out, Writer<E> writer) throws IOException {
        out.writeInt(arrivals.size());
        for (Arrival<E> arrival : arrivals) {
            out.writeLong(arrival.placeMillis());
            out.writeUTF(arrival.device());
            out.writeLong(arrival.subject());
            out.writeUTF(arrival.gateway());
            out.writeLong(arrival.seq());
            out.writeInt(arrival.index());
            writer.write(arrival.event(), out);
        }
    }

    static <E> void readAll(DataInput in, Reader<E> reader, Consumer<Arrival<E>> arrivals) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            arrivals.accept(new Arrival<>(
                    in.readLong(),
                    in.readUTF(),
                    in.readLong(),
                    in.readUTF(),
                    in.readLong(),
                    in.readInt(),
                    reader.read(in)));
        }
    }

    static void writeDoor(DoorReport report, DataOutput out) throws IOException {
        out.writeLong(report.timeMillis());
        out.writeUTF(report.device());
        out.writeLong(report.in());
        out.writeLong(report.out());
        out.writeLong(report.passing());
        out.writeLong(report.intervalMillis());
        out.writeBoolean(report.totals());
    }

    static DoorReport readDoor(DataInput in) throws IOException {
        return new DoorReport(
                in.readLong(),
                in.readUTF(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readBoolean());
    }

    static void writeShelf(ShelfReport report, DataOutput out) throws IOException {
        out.writeLong(report.subject());
        out.writeLong(report.enteredSubject());
        out.writeUTF(report.zone());
        out.writeLong(report.enteredMillis());
        out.writeLong(report.leftMillis());
    }

    static ShelfReport readShelf(DataInput in) throws IOException {
        return new ShelfReport(in.readLong(), in.readLong(), in.readUTF(), in.readLong(), in.readLong());
    }

    static void writeTagEvent(TagEvent event, DataOutput out) throws IOException {
        out.writeLong(event.timeMillis());
        out.writeLong(event.subject());
        out.writeUTF(event.event().name());
    }

    static TagEvent readTagEvent(DataInput in) throws IOException {
        return new TagEvent(in.readLong(), in.readLong(), StepEvent.valueOf(in.readUTF()));
    }
}

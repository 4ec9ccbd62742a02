package dev.footfall.benchmarks.spool;

import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.gateway.spool.SpoolSettings;
import dev.footfall.gateway.spool.StoreSpool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.paho.mqttv5.client.persist.MqttDefaultFilePersistence;
import org.eclipse.paho.mqttv5.common.MqttPersistable;
import org.eclipse.paho.mqttv5.common.MqttPersistenceException;

/** A way to keep records so that they outlive a loss of power; {@link #check} closes it. */
abstract sealed class Store permits Store.Spool, Store.SyncedFile, Store.PahoFiles {
    private final String name;
    private final int group;
    private final List<byte[]> given = new ArrayList<>();

    Store(String name, int group) {
        this.name = name;
        this.group = group;
    }

    final String name() {
        return name;
    }

    /** How many records are made durable at once. */
    final int group() {
        return group;
    }

    /** Keeps records: when this returns, all of them are on the disk. */
    final void keep(List<byte[]> records) throws IOException {
        write(records);
        given.addAll(records);
    }

    abstract void write(List<byte[]> records) throws IOException;

    /** Closes it and reads what it kept. */
    abstract List<byte[]> readBack() throws IOException;

    /** Throws when what was kept is not what was given. */
    final void check() throws IOException, UnequalResultsException {
        List<byte[]> kept = readBack();
        boolean isSame = kept.size() == given.size();
        for (int i = 0; isSame && i < kept.size(); i++) {
            isSame = Arrays.equals(kept.get(i), given.get(i));
        }
        if (!isSame) {
            throw new UnequalResultsException(
                    name + " kept " + kept.size() + " records that are not the " + given.size() + " that were given");
        }
    }

    /** Footfall's: records are committed in groups, as many as there are at hand. */
    static final class Spool extends Store {
        private final Path folder;
        private final StoreSpool spool;

        Spool(Path folder, int group) throws IOException {
            super("spool, groups of " + group, group);
            this.folder = folder.resolve("spool-" + group);
            this.spool = StoreSpool.open(this.folder, SpoolSettings.defaults());
        }

        @Override
        void write(List<byte[]> records) throws IOException {
            for (int i = 0; i < records.size(); i++) {
                spool.appendEvents(records.get(i));
                if ((i + 1) % group() == 0) {
                    spool.commit();
                }
            }
            spool.commit();
        }

        @Override
        List<byte[]> readBack() throws IOException {
            spool.close();
            try (StoreSpool again = StoreSpool.open(folder, SpoolSettings.defaults())) {
                return again.pending();
            }
        }
    }

    /** One file, made durable after each record. */
    static final class SyncedFile extends Store {
        private final Path file;
        private final FileChannel channel;

        SyncedFile(Path folder) throws IOException {
            super("file, an fsync per record", 1);
            file = folder.resolve("synced-file");
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        @Override
        void write(List<byte[]> records) throws IOException {
            for (byte[] record : records) {
                ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + record.length)
                        .putInt(record.length)
                        .put(record)
                        .flip();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
        }

        @Override
        List<byte[]> readBack() throws IOException {
            channel.close();
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            List<byte[]> records = new ArrayList<>();
            while (bytes.hasRemaining()) {
                byte[] record = new byte[bytes.getInt()];
                bytes.get(record);
                records.add(record);
            }
            return records;
        }
    }

    /** What comes with the MQTT client: a file for each message that is on its way. */
    static final class PahoFiles extends Store {
        private final MqttDefaultFilePersistence files;
        private int next;

        PahoFiles(Path folder) throws IOException {
            super("Paho's file persistence", 1);
            files = new MqttDefaultFilePersistence(folder.toString());
            try {
                files.open("client");
            } catch (MqttPersistenceException e) {
                throw new IOException(e);
            }
        }

        /** A message of which all is payload. */
        private static final class Message implements MqttPersistable {
            private final byte[] bytes;

            Message(byte[] bytes) {
                this.bytes = bytes;
            }

            @Override
            public byte[] getHeaderBytes() {
                return bytes;
            }

            @Override
            public int getHeaderLength() {
                return bytes.length;
            }

            @Override
            public int getHeaderOffset() {
                return 0;
            }

            @Override
            public byte[] getPayloadBytes() {
                return new byte[0];
            }

            @Override
            public int getPayloadLength() {
                return 0;
            }

            @Override
            public int getPayloadOffset() {
                return 0;
            }
        }

        @Override
        void write(List<byte[]> records) throws IOException {
            try {
                for (byte[] record : records) {
                    files.put(key(next++), new Message(record));
                }
            } catch (MqttPersistenceException e) {
                throw new IOException(e);
            }
        }

        private static String key(int number) {
            return "r-" + number;
        }

        @Override
        List<byte[]> readBack() throws IOException {
            try {
                List<byte[]> records = new ArrayList<>();
                for (int number = 0; number < next; number++) {
                    records.add(files.get(key(number)).getHeaderBytes());
                }
                files.close();
                return records;
            } catch (MqttPersistenceException e) {
                throw new IOException(e);
            }
        }
    }
}

package dev.footfall.jobs.framelog;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.jobs.StoreFrame;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FrameLogWriter} wrote, a file from its beginning to its end. A damaged file stops the job and says where. */
public final class FrameLogFormat extends SimpleStreamFormat<StoreFrame> {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST_FRAME = 1 << 24;
    private static final int BUFFER = 1 << 16;

    @Override
    public StreamFormat.Reader<StoreFrame> createReader(Configuration configuration, FSDataInputStream stream) {
        return new LogReader(new DataInputStream(new BufferedInputStream(stream, BUFFER)));
    }

    @Override
    public TypeInformation<StoreFrame> getProducedType() {
        return TypeInformation.of(StoreFrame.class);
    }

    private static final class LogReader implements StreamFormat.Reader<StoreFrame> {
        private final DataInputStream in;
        private long position;

        LogReader(DataInputStream in) {
            this.in = in;
        }

        @Override
        public @Nullable StoreFrame read() throws IOException {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            try {
                int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
                if (length < 0 || length > LARGEST_FRAME) {
                    throw new IOException(
                            "frame log damaged at byte " + position + ": a frame of " + length + " bytes");
                }
                int expected = in.readInt();
                byte[] bytes = in.readNBytes(length);
                CRC32C crc = new CRC32C();
                crc.update(bytes);
                if (bytes.length < length || (int) crc.getValue() != expected) {
                    throw new IOException("frame log damaged at byte " + position + ": the checksum does not fit");
                }
                String store = FrameCodec.header(bytes).store();
                position += 8 + length;
                return new StoreFrame(store, bytes);
            } catch (EOFException e) {
                throw new IOException("frame log damaged at byte " + position + ": it ends inside a frame", e);
            } catch (MalformedFrameException e) {
                throw new IOException("frame log holds an unreadable frame at byte " + position, e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

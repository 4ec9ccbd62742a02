package dev.footfall.benchmarks.peer;

import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/** Lines of a file as bytes: as cheap as a source of JSON can be. */
public final class JsonLines extends SimpleStreamFormat<byte[]> {
    private static final long serialVersionUID = 1L;
    private static final int BUFFER = 1 << 16;

    @Override
    public StreamFormat.Reader<byte[]> createReader(Configuration configuration, FSDataInputStream stream) {
        return new LineReader(stream);
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
        return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }

    private static final class LineReader implements StreamFormat.Reader<byte[]> {
        private final FSDataInputStream in;
        private byte[] buffer = new byte[BUFFER];
        private int from;
        private int end;

        LineReader(FSDataInputStream in) {
            this.in = in;
        }

        @Override
        public byte @Nullable [] read() throws IOException {
            int at = from;
            while (true) {
                while (at < end) {
                    if (buffer[at++] == '\n') {
                        byte[] line = Arrays.copyOfRange(buffer, from, at - 1);
                        from = at;
                        return line;
                    }
                }
                int kept = end - from;
                if (kept == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * kept);
                } else {
                    System.arraycopy(buffer, from, buffer, 0, kept);
                }
                from = 0;
                at = kept;
                int read = in.read(buffer, kept, buffer.length - kept);
                end = kept + Math.max(0, read);
                if (read < 0) {
                    return null;
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

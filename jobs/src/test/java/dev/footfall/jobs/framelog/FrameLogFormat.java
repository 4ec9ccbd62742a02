package dev.footfall.jobs.framelog;

import dev.footfall.jobs.StoreFrame;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/** Frame logs for Flink's own source of files, which looks for further files while it runs. */
public final class FrameLogFormat extends SimpleStreamFormat<StoreFrame> {
    private static final long serialVersionUID = 1L;

    @Override
    public StreamFormat.Reader<StoreFrame> createReader(Configuration configuration, FSDataInputStream stream) {
        FrameLog log = new FrameLog(stream, 0);
        return new StreamFormat.Reader<>() {
            @Override
            public @Nullable StoreFrame read() throws IOException {
                return log.read();
            }

            @Override
            public void close() throws IOException {
                log.close();
            }
        };
    }

    @Override
    public TypeInformation<StoreFrame> getProducedType() {
        return TypeInformation.of(StoreFrame.class);
    }
}

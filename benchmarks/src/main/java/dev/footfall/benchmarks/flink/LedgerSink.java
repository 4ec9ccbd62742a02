package dev.footfall.benchmarks.flink;

import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Puts what comes into a {@link Ledger} of this process.
 *
 * @param ledger its name
 * @param entry how one is put down
 * @param <T> what comes
 */
record LedgerSink<T>(String ledger, Entry<T> entry) implements Sink<T> {
    private static final long serialVersionUID = 1L;

    /** Puts one down. */
    @FunctionalInterface
    interface Entry<T> extends Serializable {
        void put(T figure, Ledger ledger);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        Ledger found = Ledger.find(ledger);
        return new SinkWriter<>() {
            @Override
            public void write(T figure, Context unused) {
                entry.put(figure, found);
            }

            @Override
            public void flush(boolean endOfInput) {
                // nothing is held back
            }

            @Override
            public void close() {
                // the ledger belongs to who opened it
            }
        };
    }
}

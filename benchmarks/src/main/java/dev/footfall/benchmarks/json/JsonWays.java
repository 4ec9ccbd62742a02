package dev.footfall.benchmarks.json;

import com.alibaba.fastjson2.JSON;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footfall.events.EventJson;
import dev.footfall.events.Kind;
import dev.footfall.events.MalformedEventException;
import dev.footfall.events.TrackPoint;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The ways to read the messages, for JMH: each reads all events once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Messages.EVENTS)
public class JsonWays {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectReader ONE = MAPPER.readerFor(TrackMessage.class);
    private static final ObjectReader MANY = MAPPER.readerForListOf(TrackMessage.class);

    private final List<TrackPoint> events = Messages.events();
    private final byte[][] singles = Messages.singles(events);
    private final byte[][] arrays = Messages.arrays(events);
    private final EventJson json = new EventJson();

    /** The gateway's way. */
    @Benchmark
    public void footfallArrays(Blackhole out) throws MalformedEventException {
        for (byte[] message : arrays) {
            out.consume(json.decode(Kind.TRACK, message));
        }
    }

    /** The gateway's way. */
    @Benchmark
    public void footfallSingles(Blackhole out) throws MalformedEventException {
        for (byte[] message : singles) {
            out.consume(json.decode(Kind.TRACK, message));
        }
    }

    /** The gateway's way for messages of another form: Jackson's parser, token by token. */
    @Benchmark
    public void streamingArrays(Blackhole out) throws MalformedEventException {
        for (byte[] message : arrays) {
            out.consume(json.decodePlainly(Kind.TRACK, message));
        }
    }

    /** The gateway's way for messages of another form: Jackson's parser, token by token. */
    @Benchmark
    public void streamingSingles(Blackhole out) throws MalformedEventException {
        for (byte[] message : singles) {
            out.consume(json.decodePlainly(Kind.TRACK, message));
        }
    }

    /** Jackson databind, to an object with open fields. */
    @Benchmark
    public void databindArrays(Blackhole out) throws IOException {
        for (byte[] message : arrays) {
            out.consume(databindMany(message));
        }
    }

    /** Jackson databind, to an object with open fields. */
    @Benchmark
    public void databindSingles(Blackhole out) throws IOException {
        for (byte[] message : singles) {
            out.consume(databindOne(message));
        }
    }

    /** fastjson2, to an object with open fields. */
    @Benchmark
    public void fastjsonArrays(Blackhole out) {
        for (byte[] message : arrays) {
            out.consume(fastjsonMany(message));
        }
    }

    /** fastjson2, to an object with open fields. */
    @Benchmark
    public void fastjsonSingles(Blackhole out) {
        for (byte[] message : singles) {
            out.consume(fastjsonOne(message));
        }
    }

    static List<TrackMessage> databindMany(byte[] message) throws IOException {
        return MANY.readValue(message);
    }

    static TrackMessage databindOne(byte[] message) throws IOException {
        return ONE.readValue(message);
    }

    static List<TrackMessage> fastjsonMany(byte[] message) {
        return JSON.parseArray(message, TrackMessage.class);
    }

    static TrackMessage fastjsonOne(byte[] message) {
        return JSON.parseObject(message, TrackMessage.class);
    }
}

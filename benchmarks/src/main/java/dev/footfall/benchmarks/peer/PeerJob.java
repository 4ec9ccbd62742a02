package dev.footfall.benchmarks.peer;

import dev.footfall.geofences.Parameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.api.java.tuple.Tuple6;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.jspecify.annotations.Nullable;

/** Lays the peer out. */
public final class PeerJob {
    /** How much later than others an event may come; the time over which a segment may reach back is in it. */
    public static final long DISORDER_MILLIS = 10_000;

    private static final Duration A_LITTLE_LATER = Duration.ofMinutes(2);
    private static final TypeInformation<long[]> SUMS = PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO;
    private static final TypeInformation<Tuple6<String, Long, String, Long, Integer, Integer>> SEEN =
            Types.TUPLE(Types.STRING, Types.LONG, Types.STRING, Types.LONG, Types.INT, Types.INT);
    private static final TypeInformation<Tuple6<String, String, Long, Long, Long, Long>> REPORT =
            Types.TUPLE(Types.STRING, Types.STRING, Types.LONG, Types.LONG, Types.LONG, Types.LONG);
    private static final TypeInformation<PeerFigure> FIGURE = Types.POJO(PeerFigure.class);

    private final String packs;
    private final Parameters parameters;
    private final List<Span> spans;
    private final Sink<PeerFigure> figures;

    /**
     * The job.
     *
     * @param packs folder of store packs
     * @param parameters of all stores
     * @param dayBegins after midnight in UTC
     * @param figures where they go
     */
    public PeerJob(Path packs, Parameters parameters, Duration dayBegins, Sink<PeerFigure> figures) {
        this.packs = packs.toString();
        this.parameters = parameters;
        this.spans = Span.all(dayBegins);
        this.figures = figures;
    }

    /** With what it is run. */
    public static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return configuration;
    }

    /** Adds the job to an environment: a source for each file, as a topic has partitions. */
    public void build(StreamExecutionEnvironment environment, List<Path> files) {
        DataStream<Tuple6<String, Long, String, Long, Integer, Integer>> seen = null;
        DataStream<Tuple6<String, String, Long, Long, Long, Long>> reports = null;
        for (Path file : files) {
            // each step of a file in one task, for a subject's observations are to stay in order
            SingleOutputStreamOperator<PeerEvent> events = events(environment, file);
            var ofSubjects = events.filter(Parsing::isCustomer)
                    .setParallelism(1)
                    .map(Parsing::seen)
                    .returns(SEEN)
                    .setParallelism(1);
            var ofDoors = events.filter(Parsing::isDoor)
                    .setParallelism(1)
                    .map(new Doors(packs))
                    .returns(REPORT)
                    .setParallelism(1);
            seen = seen == null ? ofSubjects : seen.union(ofSubjects);
            reports = reports == null ? ofDoors : reports.union(ofDoors);
        }
        if (seen == null || reports == null) {
            throw new IllegalArgumentException("no file of events");
        }
        SingleOutputStreamOperator<Tuple5<String, Integer, Long, Long, Integer>> pieces = seen.keyBy(
                        each -> each.f1, Types.LONG)
                .process(new Tracks(packs))
                .returns(Types.TUPLE(Types.STRING, Types.INT, Types.LONG, Types.LONG, Types.INT));
        heat(pieces);
        stays(pieces.getSideOutput(Tracks.IN_ZONES));
        visits(pieces.getSideOutput(Tracks.VISITS));
        doors(reports);
    }

    private SingleOutputStreamOperator<PeerEvent> events(StreamExecutionEnvironment environment, Path file) {
        return environment
                .fromSource(
                        FileSource.forRecordStreamFormat(
                                        new JsonLines(), new org.apache.flink.core.fs.Path(file.toUri()))
                                .build(),
                        WatermarkStrategy.noWatermarks(),
                        "events")
                .setParallelism(1)
                .map(new Parsing())
                .setParallelism(1)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<PeerEvent>forBoundedOutOfOrderness(Duration.ofMillis(DISORDER_MILLIS))
                                .withTimestampAssigner((event, before) -> event.time))
                .setParallelism(1);
    }

    private void heat(DataStream<Tuple5<String, Integer, Long, Long, Integer>> pieces) {
        Naming.Key<Tuple2<String, Integer>> naming = (key, figure) -> {
            figure.store = key.f0;
            figure.place = key.f1;
        };
        TypeInformation<Tuple2<String, Integer>> keyType = Types.TUPLE(Types.STRING, Types.INT);
        Span minute = spans.get(0);
        DataStream<PeerFigure> shorter = windowed(
                pieces.keyBy(piece -> Tuple2.of(piece.f0, piece.f1), keyType),
                new OwnTime(minute, 2),
                null,
                new Sums.Heat(),
                new Naming<>("heatmap", minute, naming));
        for (Span span : spans.subList(1, spans.size())) {
            shorter = windowed(
                    DataStreamUtils.reinterpretAsKeyedStream(
                            shorter, figure -> Tuple2.of(figure.store, figure.place), keyType),
                    TumblingEventTimeWindows.of(
                            Duration.ofMillis(span.sizeMillis()), Duration.ofMillis(span.offsetMillis())),
                    null,
                    new Sums.RollUp(Sums.Heat.SIZE),
                    new Naming<>("heatmap", span, naming));
        }
    }

    private void stays(DataStream<Tuple4<String, String, Long, Long>> inZones) {
        TypeInformation<Tuple4<String, String, Long, Long>> stayType =
                Types.TUPLE(Types.STRING, Types.STRING, Types.LONG, Types.LONG);
        DataStream<Tuple4<String, String, Long, Long>> stays = inZones.keyBy(
                        seen -> Tuple2.of(seen.f2, seen.f1), Types.TUPLE(Types.LONG, Types.STRING))
                .window(EventTimeSessionWindows.withGap(Duration.ofMillis(parameters.graceMillis())))
                .aggregate(new SessionStay(), stayType, stayType);
        for (Span span : spans) {
            windowed(
                    stays.keyBy(stay -> Tuple2.of(stay.f0, stay.f1), Types.TUPLE(Types.STRING, Types.STRING)),
                    new OwnTime(span, 3),
                    A_LITTLE_LATER,
                    new Sums.Stays(parameters.minStayMillis(), parameters.engagedAfterMillis()),
                    new Naming<>("stays", span, PeerJob::name));
        }
    }

    private void visits(DataStream<Tuple3<String, Long, Long>> visits) {
        for (Span span : spans) {
            windowed(
                    visits.keyBy(visit -> visit.f0, Types.STRING),
                    new OwnTime(span, 2),
                    Duration.ofMillis(parameters.visitGapMillis()).plus(A_LITTLE_LATER),
                    new Sums.Visits(parameters.bounceUnderMillis()),
                    new Naming<>("visits", span, (key, figure) -> figure.store = key));
        }
    }

    private void doors(DataStream<Tuple6<String, String, Long, Long, Long, Long>> reports) {
        for (Span span : spans) {
            windowed(
                    reports.keyBy(report -> Tuple2.of(report.f0, report.f1), Types.TUPLE(Types.STRING, Types.STRING)),
                    new OwnTime(span, 2),
                    A_LITTLE_LATER,
                    new Sums.Doors(),
                    new Naming<>("footfall", span, PeerJob::name));
        }
    }

    private static void name(Tuple2<String, String> key, PeerFigure figure) {
        figure.store = key.f0;
        figure.name = key.f1;
    }

    /** Sums of a window, to the sink and to who rolls them up; written again when something comes {@code late}. */
    private <T, K> DataStream<PeerFigure> windowed(
            KeyedStream<T, K> keyed,
            WindowAssigner<Object, TimeWindow> windows,
            @Nullable Duration late,
            AggregateFunction<T, long[], long[]> sums,
            Naming<K> naming) {
        var windowed = keyed.window(windows);
        if (late != null) {
            windowed = windowed.allowedLateness(late);
        }
        SingleOutputStreamOperator<PeerFigure> done = windowed.aggregate(sums, naming, SUMS, SUMS, FIGURE);
        done.sinkTo(figures);
        return done;
    }
}

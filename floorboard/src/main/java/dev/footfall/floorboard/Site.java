package dev.footfall.floorboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StorePack;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What is served at which address. */
final class Site implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    /** Files up to this size are kept compressed. */
    private static final int COMPRESSED_ONCE_BYTES = 2_000_000;

    private static final String ECHARTS = "META-INF/maven/org.webjars/echarts/pom.properties";

    private final Stores stores;
    private final Figures figures;
    private final Clock clock;
    private final Javalin server;
    private final URI url;

    private Site(FloorboardSettings settings, Clock clock) throws IOException {
        this.stores = new Stores(settings.stores());
        this.figures = new Figures(settings.influx());
        this.clock = clock;
        stores.readAll(clock.millis());
        InetAddress address = InetAddress.getByName(settings.host());
        String echarts = "/META-INF/resources/webjars/echarts/" + echartsVersion();
        this.server = Javalin.create(config -> configure(config, echarts, address));
        this.url = started(settings, address);
    }

    static Site open(FloorboardSettings settings, Clock clock) throws IOException {
        return new Site(settings, clock);
    }

    URI url() {
        return url;
    }

    private URI started(FloorboardSettings settings, InetAddress address) throws IOException {
        String refused = "port " + settings.port() + " of " + settings.host() + " is in use, or not allowed";
        try (ServerSocket probe = new ServerSocket()) { // the server would fill the log with its own words
            probe.bind(new InetSocketAddress(address, settings.port()));
        } catch (IOException busy) {
            throw new IOException(refused, busy);
        }
        try {
            server.start(settings.host(), settings.port());
        } catch (JavalinBindException takenSince) {
            throw new IOException(refused, takenSince);
        }
        return URI.create("http://" + host(settings.host(), address) + ":" + server.port() + "/");
    }

    /** How browsers on this machine name it. */
    private static String host(String name, InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        if (address.isLoopbackAddress()) {
            return address instanceof Inet6Address ? "[::1]" : address.getHostAddress();
        }
        return name.contains(":") ? "[" + name + "]" : name;
    }

    private void configure(JavalinConfig config, String echarts, InetAddress address) {
        config.startup.showJavalinBanner = false;
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/page";
            files.location = Location.CLASSPATH;
            files.precompressMaxSize = COMPRESSED_ONCE_BYTES;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/echarts";
            files.directory = echarts;
            files.location = Location.CLASSPATH;
            files.precompressMaxSize = COMPRESSED_ONCE_BYTES;
            files.headers = Map.of("Cache-Control", "max-age=86400");
        });
        config.routes.before(SecurityHeaders::add);
        if (address.isLoopbackAddress()) {
            config.routes.before(context -> LoopbackNames.check(context.host()));
        }
        config.routes.get("/api/stores", this::stores);
        config.routes.get("/api/stores/{store}/range/{range}", this::range);
        config.routes.get("/api/stores/{store}/range/{range}/against/{other}", this::ranges);
        config.routes.get("/api/stores/{store}/floors/{floor}", this::floor);
        config.routes.get("/api/query/{name}", this::query);
        config.routes.get("/api/chain/stores/{range}", this::chainStores);
        config.routes.get("/api/chain/query/{name}", this::chainQuery);
        config.routes.get("/stores/{store}/layout.geojson", this::layout);
        config.routes.exception(Refusal.class, (refusal, context) -> {
            context.status(refusal.status());
            json(context, Map.of("error", refusal.sentence()));
        });
    }

    private void stores(Context context) throws IOException {
        long now = clock.millis();
        List<StoreCard> cards =
                stores.all().stream().map(pack -> StoreCard.of(pack, now)).toList();
        json(context, Map.of("nowMillis", now, "stores", cards, "errors", stores.errors()));
    }

    private void range(Context context) throws Refusal {
        StorePack pack = stores.store(context.pathParam("store"));
        json(context, TimeRange.of(context.pathParam("range"), pack.calendar(), clock.millis()));
    }

    private void ranges(Context context) throws Refusal {
        StorePack pack = stores.store(context.pathParam("store"));
        json(
                context,
                RangePair.of(
                        context.pathParam("range"),
                        context.pathParam("other"),
                        pack.calendar(),
                        pack.config().timezone(),
                        clock.millis()));
    }

    private void floor(Context context) throws Refusal, IOException {
        StorePack pack = stores.store(context.pathParam("store"));
        String range = context.queryParam("range");
        long at = range == null ? at(context) : lastOf(TimeRange.of(range, pack.calendar(), clock.millis()));
        json(context, stores.plan(pack, context.pathParam("floor"), at));
    }

    /** The last instant of a range that has come. */
    private static long lastOf(TimeRange range) {
        return Math.min(range.toMillis() - 1, range.nowMillis());
    }

    private void query(Context context) throws Refusal {
        String statement = FigureQuery.statement(context.pathParam("name"), context::queryParam, stores);
        json(context, figures.ask(statement));
    }

    private void chainStores(Context context) throws Refusal, IOException {
        long now = clock.millis();
        List<ChainStore> chain = new ArrayList<>();
        for (StorePack pack : stores.all()) {
            chain.add(ChainStore.of(pack, context.pathParam("range"), now));
        }
        json(context, Map.of("nowMillis", now, "stores", chain, "errors", stores.errors()));
    }

    private void chainQuery(Context context) throws Refusal {
        json(context, figures.ask(ChainQuery.statement(context.pathParam("name"), at(context))));
    }

    private void layout(Context context) throws Refusal, IOException {
        StorePack pack = stores.store(context.pathParam("store"));
        long at = at(context);
        Layout layout = pack.layoutAt(at);
        String floor = context.queryParam("floor");
        List<Floor> floors = floor == null ? layout.floors() : List.of(stores.floor(pack, floor, at));
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Cross-Origin-Resource-Policy", "cross-origin");
        context.contentType("application/geo+json");
        context.result(bytes(EarthLayout.of(layout, stores.drawn(pack, layout), floors)));
    }

    /** The instant whose layout is asked for: now unless said. */
    private long at(Context context) throws Refusal {
        @Nullable String at = context.queryParam("at");
        if (at == null) {
            return clock.millis();
        }
        if (!at.matches("\\d{1,15}")) {
            throw Refusal.badRequest("'at' is '" + at + "' but must be milliseconds since 1970.");
        }
        return Long.parseLong(at);
    }

    private static void json(Context context, Object answer) {
        json(context, bytes(answer));
    }

    private static void json(Context context, byte[] answer) {
        context.header("Cache-Control", "no-store");
        context.contentType("application/json; charset=utf-8");
        context.result(answer);
    }

    private static byte[] bytes(Object answer) {
        try {
            return JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + answer.getClass(), e);
        }
    }

    private static String echartsVersion() throws IOException {
        try (InputStream in = Site.class.getClassLoader().getResourceAsStream(ECHARTS)) {
            if (in == null) {
                throw new IllegalStateException(ECHARTS + " is not among the resources");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}

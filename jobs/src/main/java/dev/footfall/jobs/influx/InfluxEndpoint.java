package dev.footfall.jobs.influx;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * A server of InfluxDB, by HTTP: one request a call, compressed, and no retries of its own. It is asked for its version before the first
 * request, unless the settings say it; a database that a server of 1.x lacks is made.
 *
 * <p>Requests are for one thread; {@link #close} may be called by another and breaks off what is under way.
 */
final class InfluxEndpoint implements PointServer, Closeable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    /** What is no InfluxDB may answer with a whole page. */
    private static final int LONGEST_WORDS = 200;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final InfluxSettings settings;
    private final String secret;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .writeTimeout(ANSWER)
            .readTimeout(ANSWER)
            .build();
    private volatile @Nullable InfluxDBClient client;

    private InfluxEndpoint(InfluxSettings settings, String secret) {
        this.settings = settings;
        this.secret = secret;
    }

    /**
     * A server that is not asked anything yet.
     *
     * @throws IOException when the secret cannot be read
     */
    static InfluxEndpoint of(InfluxSettings settings, Map<String, String> environment) throws IOException {
        return new InfluxEndpoint(settings, settings.findSecret(environment).orElse(""));
    }

    @Override
    public void take(List<String> lines) throws IOException {
        try {
            write(lines);
        } catch (RefusedException refused) {
            if (!refused.isWithoutDatabase()) {
                throw refused;
            }
            createDatabase();
            write(lines);
        }
    }

    private void write(List<String> lines) throws IOException {
        InfluxDBClient connected = client;
        if (connected == null) {
            connected = connect();
            client = connected;
        }
        try {
            connected.getWriteApiBlocking().writeRecord(WritePrecision.MS, String.join("\n", lines));
        } catch (InfluxException fault) {
            throw asIoException(fault);
        }
    }

    private InfluxDBClient connect() throws IOException {
        InfluxVersion version = settings.version() == InfluxVersion.AUTO ? version() : settings.version();
        if (version == InfluxVersion.V2 && settings.organisation() == null) {
            throw refusal("this is an InfluxDB 2.x, which needs an organisation, and none is named");
        }
        OkHttpClient.Builder builder = http.newBuilder();
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder()
                .url(settings.url())
                .okHttpClient(builder)
                .bucket(settings.database())
                .org(settings.organisation() == null ? settings.database() : settings.organisation());
        if (version == InfluxVersion.V1) {
            builder.addNetworkInterceptor(new WriteAddressOfV1(settings, secret));
        } else if (!secret.isEmpty()) {
            options.authenticateToken(secret.toCharArray());
        }
        return InfluxDBClientFactory.create(options.build()).enableGzip();
    }

    /**
     * Asks the server which InfluxDB it is; what the settings say goes before its answer.
     *
     * @throws RefusedException when it does not say
     * @throws IOException when it does not answer
     */
    InfluxVersion version() throws IOException {
        try (Response response = call("ping", new Request.Builder())) {
            if (settings.version() != InfluxVersion.AUTO) {
                return settings.version();
            }
            String said = response.header("X-Influxdb-Version", "");
            return InfluxVersion.find(said)
                    .filter(version -> version != InfluxVersion.AUTO)
                    .orElseThrow(() -> refusal("the server does not say which InfluxDB it is (version '" + said
                            + "'): name the version, or another address"));
        }
    }

    private void createDatabase() throws IOException {
        String name = settings.database().replace("\\", "\\\\").replace("\"", "\\\"");
        call(
                        "query",
                        new Request.Builder()
                                .post(new FormBody.Builder()
                                        .add("q", "CREATE DATABASE \"" + name + "\"")
                                        .build()))
                .close();
    }

    /**
     * Asks by InfluxQL, read only; gives one series, or a piece of one, after the other.
     *
     * @throws RefusedException when the server does not answer the question
     */
    void query(String influxQl, Consumer<JsonNode> series) throws IOException {
        HttpUrl url = address("query")
                .addQueryParameter("db", settings.database())
                .addQueryParameter("epoch", "ms")
                .addQueryParameter("chunked", "true")
                .addQueryParameter("q", influxQl)
                .build();
        if (settings.retentionPolicy() != null) {
            url = url.newBuilder()
                    .addQueryParameter("rp", settings.retentionPolicy())
                    .build();
        }
        try (Response response = call(url, new Request.Builder());
                ResponseBody body = response.body();
                MappingIterator<JsonNode> chunks =
                        JSON.readerFor(JsonNode.class).readValues(body.byteStream())) {
            while (chunks.hasNext()) {
                JsonNode chunk = chunks.next();
                checked(chunk);
                for (JsonNode result : chunk.path("results")) {
                    result.path("series").forEach(series);
                }
            }
        }
    }

    /** Executes InfluxQL that changes something. */
    void execute(String influxQl) throws IOException {
        HttpUrl url =
                address("query").addQueryParameter("db", settings.database()).build();
        try (Response response = call(
                        url,
                        new Request.Builder()
                                .post(new FormBody.Builder().add("q", influxQl).build()));
                ResponseBody body = response.body()) {
            checked(JSON.readTree(body.byteStream()));
        }
    }

    private static void checked(JsonNode answer) throws RefusedException {
        JsonNode fault = answer.findValue("error");
        // nothing was written yet: nothing is there
        if (fault != null && !fault.asText().startsWith("database not found")) {
            throw refusal(fault.asText());
        }
    }

    /** Takes the points of one instant away that fulfil a predicate, by the way of 2.x. */
    void delete(long timeMillis, String predicate) throws IOException {
        HttpUrl url = address("api/v2/delete")
                .addQueryParameter("org", settings.organisation())
                .addQueryParameter("bucket", settings.database())
                .build();
        String time = Instant.ofEpochMilli(timeMillis).toString();
        String body = JSON.createObjectNode()
                .put("start", time)
                .put("stop", time)
                .put("predicate", predicate)
                .toString();
        call(url, new Request.Builder().post(RequestBody.create(body, MediaType.get("application/json"))))
                .close();
    }

    private HttpUrl.Builder address(String path) {
        return HttpUrl.get(settings.url()).newBuilder().addPathSegments(path);
    }

    private Response call(String path, Request.Builder request) throws IOException {
        return call(address(path).build(), request);
    }

    private Response call(HttpUrl url, Request.Builder request) throws IOException {
        settings.authorization(secret).ifPresent(authorization -> request.header("Authorization", authorization));
        Response response = http.newCall(request.url(url).build()).execute();
        if (response.isSuccessful()) {
            return response;
        }
        try (response;
                ResponseBody body = response.body()) {
            String words = body == null ? "" : beginning(body.string());
            throw new RefusedException(
                    response.code(),
                    words.isEmpty() ? "no word of explanation for " + url.encodedPath() : words,
                    response.header("Retry-After"),
                    null);
        }
    }

    /** The first line that says anything, cut when it is long. */
    private static String beginning(String said) {
        String line = said.lines()
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + "…";
    }

    private static RefusedException refusal(String words) {
        return new RefusedException(200, words, null, null);
    }

    private static IOException asIoException(InfluxException fault) {
        if (fault.getCause() instanceof IOException noAnswer) {
            return noAnswer;
        }
        Map<String, Object> body = fault.errorBody();
        Object said = body.getOrDefault("message", body.get("error"));
        String words = String.valueOf(said == null ? fault.getMessage() : said);
        String line = null;
        // a server of 3 says which line is at fault, and why, in a list
        if (body.get("data") instanceof List<?> faults
                && !faults.isEmpty()
                && faults.get(0) instanceof Map<?, ?> first) {
            words += ": " + first.get("error_message");
            line = first.get("original_line") instanceof String original ? original : null;
        }
        return new RefusedException(fault.status(), words, fault.headers().get("Retry-After"), line);
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        InfluxDBClient connected = client;
        if (connected != null) {
            connected.close();
        }
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}

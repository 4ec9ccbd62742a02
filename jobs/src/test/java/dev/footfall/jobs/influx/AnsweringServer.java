package dev.footfall.jobs.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A real HTTP server that answers as it was told to, 204 when it was told nothing more, and remembers what it was asked. */
final class AnsweringServer implements AutoCloseable {
    /** What a client sent: method and address, headers by lower-case name, the body unpacked. */
    record Asked(String address, Map<String, String> headers, String body) {}

    private record Answer(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private String version = "";
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private Answer ping = new Answer(204, Map.of(), "");

    AnsweringServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    /** Says that version when pinged. */
    AnsweringServer ofVersion(String said) {
        version = said;
        return this;
    }

    /** Answers pings so, as what is no InfluxDB does. */
    AnsweringServer answersPings(int status, String body) {
        ping = new Answer(status, Map.of(), body);
        return this;
    }

    /** Answers the next request that is no ping so. */
    synchronized AnsweringServer answers(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body));
        return this;
    }

    AnsweringServer answers(int status, String body) {
        return answers(status, Map.of(), body);
    }

    /** Takes requests, pings left out, and answers none until it {@link #speaks}. */
    void fallsSilent() {
        silence = new CountDownLatch(1);
    }

    /** Answers what it was asked meanwhile, and goes on so. */
    void speaks() {
        silence.countDown();
    }

    /** The requests so far, pings left out. */
    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().endsWith("/ping")) {
                exchange.getResponseHeaders().set("X-Influxdb-Version", version);
                send(exchange, ping);
            } else {
                Answer answer = note(exchange, sent);
                silence.await();
                send(exchange, answer);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private synchronized Answer note(HttpExchange exchange, byte[] sent) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        InputStream body = new ByteArrayInputStream(sent);
        if ("gzip".equals(headers.get("Content-Encoding"))) {
            body = new GZIPInputStream(body);
        }
        asked.add(new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                headers,
                new String(body.readAllBytes(), StandardCharsets.UTF_8)));
        Answer answer = answers.poll();
        return answer == null ? new Answer(204, Map.of(), "") : answer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

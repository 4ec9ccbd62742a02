package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request to each InfluxDB looks like, and what is made of its answer. */
class InfluxEndpointTest {
    private static final List<String> LINES = List.of("visits,store=a visits=1i 1000", "visits,store=a visits=2i 2000");
    private static final String BODY = "visits,store=a visits=1i 1000\nvisits,store=a visits=2i 2000";
    private static final Map<String, String> SECRET = Map.of(InfluxSettings.SECRET_VARIABLE, "s3cret");

    @SuppressWarnings("NullAway.Init")
    private AnsweringServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AnsweringServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private InfluxSettings settings(InfluxVersion version, @Nullable String organisation, @Nullable String user) {
        return new InfluxSettings(
                server.url(), version, "foot fall", null, organisation, user, null, InfluxSettings.NEVER);
    }

    private void take(InfluxSettings settings, Map<String, String> environment) throws IOException {
        try (InfluxEndpoint endpoint = InfluxEndpoint.of(settings, environment)) {
            endpoint.take(LINES);
        }
    }

    @Test
    void v2_isWrittenWithOrganisationBucketAndToken() throws IOException {
        take(settings(InfluxVersion.V2, "acme", null), SECRET);

        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.address())
                    .startsWith("POST /api/v2/write?")
                    .contains("org=acme", "bucket=foot%20fall", "precision=ms");
            assertThat(asked.headers())
                    .containsEntry("Authorization", "Token s3cret")
                    .containsEntry("Content-Encoding", "gzip");
            assertThat(asked.body()).isEqualTo(BODY);
        });
    }

    @Test
    void v3_isWrittenByTheAddressesOfV2_withATokenOrNone() throws IOException {
        take(settings(InfluxVersion.V3, null, null), SECRET);
        take(settings(InfluxVersion.V3, null, null), Map.of());

        assertThat(server.asked()).hasSize(2).allSatisfy(asked -> assertThat(asked.address())
                .startsWith("POST /api/v2/write?")
                .contains("bucket=foot%20fall", "precision=ms"));
        assertThat(server.asked().get(0).headers()).containsEntry("Authorization", "Token s3cret");
        assertThat(server.asked().get(1).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void v1_isWrittenToItsOwnAddress_withDatabaseAndPrecision() throws IOException {
        take(settings(InfluxVersion.V1, null, null), Map.of());

        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.address()).isEqualTo("POST /write?db=foot%20fall&precision=ms");
            assertThat(asked.headers())
                    .containsEntry("Content-Encoding", "gzip")
                    .doesNotContainKey("Authorization");
            assertThat(asked.body()).isEqualTo(BODY);
        });
    }

    @Test
    void v1WithUserAndRetentionPolicyBehindAProxy_isWrittenWithThem(@TempDir Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "open sesame\n");
        take(
                new InfluxSettings(
                        server.url() + "/influx/",
                        InfluxVersion.V1,
                        "footfall",
                        "year",
                        null,
                        "jobs",
                        password.toString(),
                        InfluxSettings.NEVER),
                SECRET);

        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.address()).isEqualTo("POST /influx/write?db=footfall&precision=ms&rp=year");
            assertThat(asked.headers())
                    .as("jobs:open sesame")
                    .containsEntry("Authorization", "Basic am9iczpvcGVuIHNlc2FtZQ==");
        });
    }

    @Test
    void versionThatIsNotNamed_isWhatThePingSays() throws IOException {
        for (String said : List.of("1.6.7", "v2.7.1", "3.0.1")) {
            server.ofVersion(said);
            take(settings(InfluxVersion.AUTO, "acme", null), Map.of());
        }

        assertThat(server.asked())
                .extracting(asked -> asked.address().replaceAll("\\?.*", ""))
                .containsExactly("POST /write", "POST /api/v2/write", "POST /api/v2/write");
    }

    @Test
    void databaseThatIsAbsent_isMade() throws IOException {
        server.ofVersion("1.6.7").answers(404, "{\"error\":\"database not found: \\\"foot fall\\\"\"}");
        take(settings(InfluxVersion.AUTO, null, null), Map.of());

        assertThat(server.asked())
                .extracting(AnsweringServer.Asked::address)
                .containsExactly(
                        "POST /write?db=foot%20fall&precision=ms",
                        "POST /query", "POST /write?db=foot%20fall&precision=ms");
        assertThat(server.asked().get(1).body()).isEqualTo("q=CREATE%20DATABASE%20%22foot%20fall%22");
    }

    @Test
    void v2WithoutOrganisation_isRefusedBeforeAnythingIsWritten() {
        server.ofVersion("v2.7.1");
        assertThatThrownBy(() -> take(settings(InfluxVersion.AUTO, null, null), Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("needs an organisation");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void serverThatDoesNotSayWhatItIs_isRefused() {
        assertThatThrownBy(() -> take(settings(InfluxVersion.AUTO, "acme", null), Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not say which InfluxDB it is")
                .hasMessageContaining("name the version");
    }

    @Test
    void serverThatAnswersWithAPage_isQuotedByTheFirstLineOfIt() {
        InfluxSink sink = new InfluxSink(settings(InfluxVersion.AUTO, null, null));

        server.answersPings(404, "\n<!doctype html>\n<title>No such page</title>\n");
        assertThatThrownBy(sink::ask)
                .isInstanceOf(WriteFailedException.class)
                .hasMessage("InfluxDB at " + server.url() + " cannot be used: HTTP 404, <!doctype html>");

        server.answersPings(404, "<html>" + "x".repeat(9_000) + "</html>");
        assertThatThrownBy(sink::ask).hasMessageEndingWith("HTTP 404, <html>" + "x".repeat(194) + "…");
    }

    @Test
    void refusal_hasTheServersWords_ofEachVersion() {
        server.answers(400, "{\"error\":\"partial write: field type conflict dropped=1\"}")
                .answers(422, "{\"code\":\"unprocessable entity\",\"message\":\"failure writing points\"}")
                .answers(
                        400,
                        "{\"error\":\"partial write of line protocol occurred\",\"data\":[{\"original_line\":\"visits,store=a\","
                                + "\"line_number\":2,\"error_message\":\"No fields were provided\"}]}")
                .answers(429, Map.of("Retry-After", "7"), "")
                .answers(503, "not json");

        RefusedException v1 = refusal(InfluxVersion.V1);
        assertThat(v1).hasMessage("partial write: field type conflict dropped=1");
        assertThat(v1.status()).isEqualTo(400);
        assertThat(v1.dropped()).isEqualTo(1);
        assertThat(v1.mayPass()).isFalse();
        assertThat(refusal(InfluxVersion.V2)).hasMessage("failure writing points");
        RefusedException v3 = refusal(InfluxVersion.V3);
        assertThat(v3).hasMessage("partial write of line protocol occurred: No fields were provided");
        assertThat(v3.findLine()).contains("visits,store=a");
        RefusedException busy = refusal(InfluxVersion.V1);
        assertThat(busy.findRetryAfter()).contains("7");
        assertThat(busy.mayPass()).isTrue();
        assertThat(refusal(InfluxVersion.V1).status()).isEqualTo(503);
    }

    private RefusedException refusal(InfluxVersion version) {
        return catchThrowableOfType(RefusedException.class, () -> take(settings(version, "acme", null), Map.of()));
    }

    @Test
    void nobodyThere_isAnIoException() {
        InfluxSettings settings = settings(InfluxVersion.V1, null, null);
        server.close();
        assertThatThrownBy(() -> take(settings, Map.of()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(RefusedException.class);
    }
}

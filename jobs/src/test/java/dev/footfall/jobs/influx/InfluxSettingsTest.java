package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How an InfluxDB is named on a command line, and who sees its secret. */
class InfluxSettingsTest {
    @Command
    private static final class SomeCommand {
        @Mixin
        private final InfluxOptions influx = new InfluxOptions();
    }

    private static InfluxOptions options(String... arguments) {
        SomeCommand command = new SomeCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.influx;
    }

    @Test
    void addressAlone_isEnough() {
        InfluxOptions options = options("--influx", "http://localhost:8086");

        assertThat(options.areGiven()).isTrue();
        assertThat(options.faults()).isEmpty();
        assertThat(options.settings()).isEqualTo(InfluxSettings.at("http://localhost:8086"));
        assertThat(options.settings().database()).isEqualTo("footfall");
        assertThat(options().areGiven()).isFalse();
    }

    @Test
    void everyOption_isTaken(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "t0ken\n");
        InfluxSettings settings = options(
                        "--influx=https://db:8086/influx",
                        "--influx-version=2",
                        "--influx-database=shops",
                        "--influx-org=acme",
                        "--influx-token-file=" + token)
                .settings();

        assertThat(settings.version()).isEqualTo(InfluxVersion.V2);
        assertThat(settings.database()).isEqualTo("shops");
        assertThat(settings.organisation()).isEqualTo("acme");
        assertThat(settings.findSecret(Map.of(InfluxSettings.SECRET_VARIABLE, "other")))
                .contains("t0ken");
        assertThat(settings.toString()).doesNotContain("t0ken");
    }

    @Test
    void faults_areToldAtOnce() {
        assertThat(options("--influx=http://db", "--influx-version=4", "--influx-token-file=/no/such/file")
                        .faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).startsWith("--influx-version 4: must be 1, 2, 3 or auto"))
                .anySatisfy(fault -> assertThat(fault).startsWith("--influx-token-file /no/such/file"));
        assertThat(options("--influx=http://db", "--influx-version=2").faults())
                .singleElement()
                .asString()
                .contains("organisation is absent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8086", "ftp://localhost", "http://", "http://user:secret@localhost", "not an address"
            })
    void whatIsNoAddress_isRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InfluxSettings.at(url))
                .withMessageContaining("url is " + url);
    }

    @Test
    void secret_isReadWhereItIsNeeded(@TempDir Path folder) throws IOException {
        InfluxSettings settings = InfluxSettings.at("http://db");

        assertThat(settings.findSecret(Map.of())).isEmpty();
        assertThat(settings.findSecret(Map.of(InfluxSettings.SECRET_VARIABLE, " s3cret\n")))
                .contains("s3cret");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        InfluxSettings withFile =
                options("--influx=http://db", "--influx-token-file=" + empty).settings();
        assertThatThrownBy(() -> withFile.findSecret(Map.of())).hasMessageContaining("is empty");
    }

    @Test
    void settings_reachEveryTask() throws Exception {
        InfluxSettings settings =
                InfluxSettings.at("http://db").inDatabase("shops").givingUpAfter(5);

        assertThat(InstantiationUtil.clone(settings)).isEqualTo(settings);
    }

    @ParameterizedTest
    @CsvSource({"1.6.7~rc0,V1", "1,V1", "v2.7.1,V2", "2.0.9,V2", "3.0.1,V3", "3,V3", "auto,AUTO", "AUTO,AUTO"})
    void version_isFound(String said, InfluxVersion version) {
        assertThat(InfluxVersion.find(said)).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4.0", "11.2", "unknown", "1x"})
    void otherVersion_isNone(String said) {
        assertThat(InfluxVersion.find(said)).isEmpty();
    }
}

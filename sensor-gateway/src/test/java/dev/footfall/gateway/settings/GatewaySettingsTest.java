package dev.footfall.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.gateway.TestStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class GatewaySettingsTest {
    @TempDir
    private Path folder = Path.of("");

    @Command
    private static final class Holder {
        @Mixin
        private final GatewayOptions options = new GatewayOptions();
    }

    @BeforeEach
    void stores() {
        TestStores.write(folder.resolve("stores"));
    }

    private GatewaySettings settings(Map<String, String> environment, String file, String... arguments)
            throws IOException, FaultySettingsException {
        Path config = Files.writeString(folder.resolve("gateway.yaml"), file);
        Holder holder = new Holder();
        CommandLine line = new CommandLine(holder);
        line.parseArgs(arguments);
        OptionSources.of(environment, config).complete(line.getParseResult());
        return GatewaySettings.of(holder.options);
    }

    private String needed() {
        return "stores: " + folder.resolve("stores") + "\nspool: " + folder.resolve("spool")
                + "\nbroker: mqtt://localhost\nserve: [shop]\n";
    }

    @Test
    void file_saysAllThatIsNeeded_theRestHasDefaults() throws Exception {
        GatewaySettings settings = settings(Map.of(), needed());

        assertThat(settings.stores())
                .extracting(GatewaySettings.Served::gateway)
                .containsExactly("shop");
        assertThat(settings.uplink()).isEqualTo(settings.devices());
        assertThat(settings.groups()).containsExactly("footfall");
        assertThat(settings.framing().lanes()).isEqualTo(16);
        assertThat(settings.framing().frameEveryMillis()).isEqualTo(1_000);
        assertThat(settings.windowBytes()).isEqualTo(4 << 20);
        assertThat(settings.spoolSettings().maxBytes()).isEqualTo(1L << 30);
        assertThat(settings.clock().byPublisher()).isFalse();
        assertThat(settings.metricsHost()).isEqualTo("127.0.0.1");
        assertThat(settings.metricsPort()).isEqualTo(9464);
    }

    @Test
    void commandLine_winsOverEnvironment_whichWinsOverFile() throws Exception {
        String file = needed() + "frame-every: 3s\nlanes: 4\ngroups: [live, archive]\n";
        Map<String, String> environment = Map.of("FOOTFALL_GATEWAY_FRAME_EVERY", "2s", "FOOTFALL_GATEWAY_LANES", "8");

        GatewaySettings settings = settings(environment, file, "--frame-every", "250ms");

        assertThat(settings.framing().frameEveryMillis()).isEqualTo(250);
        assertThat(settings.framing().lanes()).isEqualTo(8);
        assertThat(settings.groups()).containsExactly("live", "archive");
    }

    @Test
    void faults_areToldAllAtOnce_eachWithItsOption() {
        String file = "stores: " + folder.resolve("nowhere")
                + "\nbroker: http://localhost\nlanes: many\nframe-every: soon\nspool-size: 1MiB\nclock: mine\n"
                + "metrics-port: 70000\nbroker-ca: /no/such/ca.pem\nsecret-file: /no/such/secret\n";

        assertThatThrownBy(() -> settings(Map.of(), file))
                .isInstanceOfSatisfying(FaultySettingsException.class, e -> assertThat(String.join("\n", e.faults()))
                        .contains("--stores " + folder.resolve("nowhere") + ": there is no such folder")
                        .contains("--broker: broker http://localhost: must be mqtt://host:port")
                        .contains("--broker-ca /no/such/ca.pem: there is no such file")
                        .contains("--spool is missing")
                        .contains("--spool-size: 1MiB is too small, at least 16MiB")
                        .contains("--lanes: must be a whole number")
                        .contains("--frame-every: 'soon' is not a duration")
                        .contains("--clock: 'mine' is neither wall nor publisher")
                        .contains("--metrics-port: 70000 is no port")
                        .contains("--secret-file: cannot be read"));
    }

    @Test
    void keyThatIsNoOption_isAFault() {
        assertThatThrownBy(() -> settings(Map.of(), needed() + "frame-evry: 1s\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("frame-evry");
    }

    @Test
    void environmentVariableThatIsNoOption_isAFault() {
        assertThatThrownBy(() -> settings(Map.of("FOOTFALL_GATEWAY_BROKR", "mqtt://a"), needed()))
                .hasMessageContaining("FOOTFALL_GATEWAY_BROKR");
    }

    @Test
    void shortSecret_isAFault() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "short");

        assertThatThrownBy(() -> settings(Map.of(), needed() + "secret-file: " + secret + "\n"))
                .hasMessage("--secret-file: the secret is too short, at least 16 bytes");
    }

    @Test
    void storeWithSeveralGateways_needsANameAndASecret() {
        String file = needed().replace("[shop]", "[tower]");

        assertThatThrownBy(() -> settings(Map.of(), file))
                .hasMessage("--name is missing: store tower lists the gateways gw-1, gw-2");
        assertThatThrownBy(() -> settings(Map.of(), file + "name: gw-3\n"))
                .hasMessage("--name gw-3: store tower lists the gateways gw-1, gw-2");
        assertThatThrownBy(() -> settings(Map.of(), file + "name: gw-2\n"))
                .hasMessage(
                        "--secret-file is missing: store tower lists the gateways gw-1, gw-2, which must share a secret");
    }

    @Test
    void faultyStorePack_isToldWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("stores/shop/layout.geojson"), "{}");

        assertThatThrownBy(() -> settings(Map.of(), needed()))
                .hasMessageContaining(folder.resolve("stores/shop").toString())
                .hasMessageContaining("layout.geojson");
    }

    @Test
    void userInTheAddress_isRefused_soThatNoPasswordStandsThere() {
        assertThatThrownBy(() -> settings(Map.of(), needed().replace("mqtt://localhost", "mqtt://me:pw@localhost")))
                .hasMessageContaining("do not belong into the address")
                .hasMessageNotContaining("pw@");
    }
}

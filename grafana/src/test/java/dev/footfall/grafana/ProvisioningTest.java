package dev.footfall.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProvisioningTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(FOOTFALL_[A-Z_]+)}");
    private static final Pattern PINNED = Pattern.compile("[a-z/-]+:\\d+\\.\\d+\\.\\d+");

    @Test
    void dataSource_provisioned_isInfluxQlAndTakesItsAddressFromTheEnvironment() throws IOException {
        JsonNode sources =
                Project.yaml("grafana/provisioning/datasources/footfall.yaml").path("datasources");
        assertThat(sources).hasSize(1);
        JsonNode source = sources.path(0);
        assertThat(source.path("type").asText()).isEqualTo("influxdb");
        assertThat(source.path("access").asText()).isEqualTo("proxy");
        assertThat(source.at("/jsonData/version").asText()).isEqualTo("InfluxQL");
        assertThat(List.of(source.path("url"), source.at("/jsonData/dbName"), source.at("/secureJsonData/password")))
                .allSatisfy(value -> assertThat(value.asText()).matches(VARIABLE));
    }

    @Test
    void composeFile_environmentOfGrafana_hasAllThatProvisioningAsksFor() throws IOException {
        TreeSet<String> asked = new TreeSet<>();
        for (String file :
                List.of("datasources/footfall", "dashboards/footfall", "alerting/rules", "alerting/contacts")) {
            String text = Project.yaml("grafana/provisioning/" + file + ".yaml").toString();
            VARIABLE.matcher(text).results().forEach(variable -> asked.add(variable.group(1)));
        }
        JsonNode given = Project.yaml("grafana/compose.yaml").at("/services/grafana/environment");
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(given.has(name)).as(name).isTrue());
        assertThat(asked).contains("FOOTFALL_ALERT_STORES_EMAIL", "FOOTFALL_ALERT_DATA_EMAIL");
    }

    @Test
    void dataSource_ofTheAlertRules_isTheProvisionedOne() throws IOException {
        JsonNode source =
                Project.yaml("grafana/provisioning/datasources/footfall.yaml").at("/datasources/0/uid");
        assertThat(Project.yaml("grafana/provisioning/alerting/rules.yaml").findValuesAsText("datasourceUid"))
                .contains(source.asText())
                .isSubsetOf(source.asText(), "__expr__");
    }

    @Test
    void contacts_provisioned_areMailboxesOfTheEnvironmentAndTheOnesThatPoliciesName() throws IOException {
        JsonNode contacts = Project.yaml("grafana/provisioning/alerting/contacts.yaml");
        assertThat(contacts.findValuesAsText("addresses"))
                .hasSameSizeAs(contacts.path("contactPoints"))
                .allMatch(address -> VARIABLE.matcher(address).matches());
        assertThat(contacts.path("policies").findValuesAsText("receiver"))
                .isSubsetOf(contacts.path("contactPoints").findValuesAsText("name"));
        assertThat(contacts.path("policies").findValues("mute_time_intervals").stream()
                        .flatMap(Board::elements)
                        .map(JsonNode::asText))
                .isSubsetOf(contacts.path("muteTimes").findValuesAsText("name"));
        assertThat(Project.yaml("grafana/provisioning/alerting/rules.yaml").findValuesAsText("team"))
                .isSubsetOf("stores", "data");
    }

    @Test
    void composeFile_images_arePinnedAndPortsAreThisMachines() throws IOException {
        JsonNode services = Project.yaml("grafana/compose.yaml").path("services");
        assertThat(services.fieldNames()).toIterable().containsExactly("grafana", "influxdb", "mosquitto");
        assertThat(services).allSatisfy(service -> {
            assertThat(service.path("image").asText()).matches(PINNED);
            assertThat(service.path("ports"))
                    .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        });
    }

    @Test
    void composeFile_mosquitto_isForRealDevicesOnly() throws IOException {
        JsonNode services = Project.yaml("grafana/compose.yaml").path("services");
        assertThat(services.at("/mosquitto/profiles")).hasToString("[\"devices\"]");
        assertThat(services.findValues("profiles")).hasSize(1);
    }

    @Test
    void commandLine_documented_namesNoBrokerWithoutStores() throws IOException {
        for (String file : List.of("grafana/README.md", "grafana/compose.yaml")) {
            assertThat(Files.readAllLines(Project.resolve(file)))
                    .filteredOn(line -> line.matches("[$#] +\\./footfall up .*"))
                    .as(file)
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line.contains("--stores")).isEqualTo(line.contains("--broker")));
        }
    }

    @Test
    void composeFile_folders_areThere() throws IOException {
        JsonNode services = Project.yaml("grafana/compose.yaml").path("services");
        assertThat(services.findValues("volumes").stream()
                        .flatMap(Board::elements)
                        .map(JsonNode::asText))
                .filteredOn(volume -> volume.startsWith("."))
                .hasSize(3)
                .allSatisfy(volume -> assertThat(Project.resolve("grafana").resolve(volume.split(":", 2)[0]))
                        .exists());
    }
}

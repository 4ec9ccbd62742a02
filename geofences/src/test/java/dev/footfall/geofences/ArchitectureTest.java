package dev.footfall.geofences;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Geofences know events, JTS and Jackson; no Flink, no MQTT, no InfluxDB. */
class ArchitectureTest {

    @Test
    void geofences_dependOnNothingElse() {
        JavaClasses geofences = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.footfall.geofences");

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.footfall.geofences..",
                        "dev.footfall.events",
                        "org.locationtech.jts..",
                        "com.fasterxml.jackson..",
                        "org.yaml.snakeyaml.error")
                .check(geofences);
    }
}

package dev.footfall.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.footfall.geofences.Grid;
import dev.footfall.geofences.ZoneIndex;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses simulator = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.footfall.simulator");

    @Test
    void simulator_knowsNeitherGatewayNorJobs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.footfall.gateway..", "dev.footfall.jobs..", "dev.footfall.mqtt..", "org.apache.flink..")
                .check(simulator);
        classes()
                .that()
                .resideInAPackage("dev.footfall.simulator.place")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.footfall.simulator.place",
                        "dev.footfall.geofences",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jgrapht..",
                        "org.jspecify..",
                        "org.locationtech.jts..")
                .check(simulator);
    }

    @Test
    void truth_sharesNoGeometryWithTheFigures() {
        noClasses()
                .that()
                .resideInAPackage("dev.footfall.simulator.truth")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ZoneIndex.class, Grid.class)
                .check(simulator);
    }

    @Test
    void people_knowNoSensors() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.footfall.simulator.people", "dev.footfall.simulator.place")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.footfall.simulator.sensors", "dev.footfall.simulator.truth")
                .check(simulator);
    }
}

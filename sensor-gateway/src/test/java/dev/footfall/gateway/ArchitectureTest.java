package dev.footfall.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.footfall.gateway");

    @Test
    void logic_knowsNoBrokerAndNoMetrics() {
        classes()
                .that()
                .resideInAnyPackage(
                        "dev.footfall.gateway.clocks..",
                        "dev.footfall.gateway.framing..",
                        "dev.footfall.gateway.privacy..",
                        "dev.footfall.gateway.recordings..",
                        "dev.footfall.gateway.registry..",
                        "dev.footfall.gateway.spool..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.footfall.gateway..",
                        "dev.footfall.events..",
                        "dev.footfall.geofences..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "org.slf4j..",
                        "org.jspecify.annotations..")
                .check(gateway);
        noClasses()
                .that()
                .resideOutsideOfPackages("..gateway.live..", "..gateway.uplink..", "..gateway.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.footfall.mqtt..")
                .check(gateway);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.paho..", "org.apache.flink..", "dev.footfall.jobs..")
                .check(gateway);
    }

    @Test
    void packages_haveNoCycles_andOnlyPrivacyHasKeys() {
        slices().matching("dev.footfall.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(gateway);
        noClasses()
                .that()
                .resideOutsideOfPackage("..gateway.privacy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.crypto..")
                .check(gateway);
    }
}

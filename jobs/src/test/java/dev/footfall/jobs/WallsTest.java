package dev.footfall.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.footfall.jobs.batches.StoreBatchType;
import dev.footfall.jobs.ingest.IngestFunction;
import dev.footfall.jobs.state.SortedKeys;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.state.Varints;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls between the packages of jobs: figures do not know each other, and few classes know Flink. */
class WallsTest {
    private static final String JOBS = "dev.footfall.jobs";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(JOBS);

    private static final DescribedPredicate<JavaClass> KNOWS_FLINK = resideInAnyPackage(
                    JOBS, JOBS + ".state", JOBS + ".framelog", JOBS + ".lineprotocol")
            .or(equivalentTo(IngestFunction.class))
            .or(DescribedPredicate.describe("its counts", type -> type.getName().equals(JOBS + ".ingest.IngestCounts")))
            .or(DescribedPredicate.describe(
                    "its side output", type -> type.getName().equals(JOBS + ".ingest.ArchiveOutput")))
            .or(DescribedPredicate.describe("the sink of the archive and that of some days", type -> type.getName()
                    .matches(JOBS + "\\.archive\\.(ArchiveSink|DayPoints)(\\$.*)?")))
            .or(DescribedPredicate.describe(
                    "the sink and its writer", type -> type.getName().startsWith(JOBS + ".influx.InfluxSink")))
            .or(equivalentTo(StoreBatchType.class))
            .or(
                    DescribedPredicate.describe(
                            "the source of lanes",
                            type -> type.getName()
                                    .matches(
                                            JOBS
                                                    + "\\.mqtt\\.(LaneSource|LaneReader|LaneEnumerator|LaneMetrics|LaneSplit|.*Serializer)(\\$.*)?")))
            .or(DescribedPredicate.describe("the serializer of StoreBatchType", type -> type.getName()
                    .startsWith(JOBS + ".batches.ChainedOnlySerializer")));

    @Test
    void jobs_dependOnNothingElse() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        JOBS + "..",
                        "dev.footfall.events",
                        "dev.footfall.geofences",
                        "dev.footfall.mqtt",
                        "it.unimi.dsi.fastutil..",
                        "org.apache.flink..",
                        "picocli",
                        "com.influxdb..",
                        "okhttp3",
                        "com.fasterxml.jackson..",
                        "org.slf4j")
                .check(CLASSES);
    }

    @Test
    void theInfluxDbClient_isKnownToInfluxAlone() {
        classes()
                .that()
                .resideOutsideOfPackage(JOBS + ".influx")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(
                        resideInAnyPackage("com.influxdb..", "okhttp3..", "com.fasterxml.jackson..")))
                .check(CLASSES);
    }

    /** A connection to a broker is the lane source's alone. */
    @Test
    void mqtt_isKnownToTheLaneSourceAlone() {
        classes()
                .that()
                .resideOutsideOfPackage(JOBS + ".mqtt")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage("dev.footfall.mqtt..")))
                .check(CLASSES);
    }

    /** Heat, dwell, funnels, doors and paths share what is in batches and windows, and nothing of each other. */
    @ParameterizedTest
    @ValueSource(strings = {"heatmap", "dwell", "funnel", "footfall", "paths", "devices"})
    void figures_doNotKnowEachOther(String figure) {
        Set<String> others = new TreeSet<>(Set.of("heatmap", "dwell", "funnel", "footfall", "paths", "devices"));
        others.remove(figure);

        noClasses()
                .that()
                .resideInAPackage(JOBS + "." + figure)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        others.stream().map(other -> JOBS + "." + other).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void pureClasses_doNotKnowFlink() {
        classes()
                .that(DescribedPredicate.not(KNOWS_FLINK))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage("org.apache.flink..")))
                .check(CLASSES);
    }

    /** What pure classes know of the state package is as pure as they are. */
    @Test
    void pureClasses_doNotKnowFlinkByTheStatePackage() {
        classes()
                .that(DescribedPredicate.not(KNOWS_FLINK))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(JOBS + ".state"))
                        .or(equivalentTo(StateForm.class))
                        .or(equivalentTo(StoreState.class))
                        .or(equivalentTo(SortedKeys.class))
                        .or(equivalentTo(Varints.class))
                        .or(equivalentTo(dev.footfall.jobs.state.Persistent.class)))
                .check(CLASSES);
    }

    @Test
    void packages_areExplainedAndNullMarked() {
        Set<String> unexplained = new TreeSet<>();
        CLASSES.forEach(type -> {
            if (type.getPackage()
                    .tryGetPackageInfo()
                    .filter(info -> info.isAnnotatedWith(NullMarked.class))
                    .isEmpty()) {
                unexplained.add(type.getPackageName());
            }
        });

        assertThat(unexplained).isEmpty();
    }
}

package com.recipechatbot.analytics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.planted.privacy.PlantedViolation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The direction between the packages: job, tool -> stages -> privacy, extraction -> tables. */
class ArchitectureTest {

    private static final String ROOT = "com.recipechatbot.analytics.";
    private static final List<String> STAGES = List.of("capture", "ingest", "functions", "metrics", "lake", "serving");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<ArchRule> rules() {
        return Stream.of(
                mayUse("tables"),
                mayUse("privacy", "tables"),
                mayUse("extraction", "tables"),
                mayUse("capture", "privacy", "extraction", "tables"),
                mayUse("functions", "privacy", "extraction", "metrics.counts", "tables"),
                mayUse("ingest", "privacy", "tables"),
                mayUse("metrics", "tables"),
                mayUse("metrics.counts"),
                mayUse("privacy.keys", "tables"),
                mayUse("privacy.redact"),
                mayUse("ingest.layout", "ingest", "tables"),
                mayUse("ingest.parse"),
                mayUse("ingest.read", "ingest", "ingest.layout", "ingest.parse", "privacy"),
                mayUse("ingest.erase", "ingest", "ingest.read", "ingest.parse"),
                onlyIngestUsesItsParts(),
                mayUse("lake", "tables"),
                mayUse("serving", "tables"),
                noSparkIn("privacy"),
                noSparkIn("extraction"),
                noSparkIn("tables"),
                noSparkIn("capture"),
                noSparkIn("tool"),
                onlyJobsAndToolsExit(),
                onlyJobsAndToolsReadTheClock(),
                onlyJobsAndToolsReadTheEnvironment());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @Test
    void aViolationIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolation.class);

        assertThat(noSparkIn("planted.privacy").evaluate(planted).hasViolation())
                .isTrue();
        assertThat(onlyJobsAndToolsReadTheClock().evaluate(planted).hasViolation())
                .isTrue();
        assertThat(onlyIngestUsesItsParts().evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void everyPackageHasItsRule() {
        List<String> ruled = Stream.concat(STAGES.stream(), Stream.of("job", "tool", "privacy", "extraction", "tables"))
                .toList();

        assertThat(PRODUCT.stream()
                        .map(type ->
                                type.getPackageName().substring(ROOT.length()).split("\\.")[0])
                        .distinct())
                .isSubsetOf(ruled);
    }

    private static ArchRule mayUse(String name, String... others) {
        // A part that may use the package above it may not use the other parts of that package.
        String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(others))
                .map(other -> ROOT + other + (name.startsWith(other + ".") ? "" : ".."))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("com.recipechatbot.analytics..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .as(name + " may use " + (others.length == 0 ? "nothing of ours" : String.join(", ", others)));
    }

    private static ArchRule onlyIngestUsesItsParts() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "ingest.*..")
                .as("only ingest uses its parts");
    }

    private static ArchRule noSparkIn(String name) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .allowEmptyShould(true)
                .as(name + " knows no Spark");
    }

    private static ArchRule onlyJobsAndToolsExit() {
        return outsideJobsAndTools()
                .should()
                .callMethod(System.class, "exit", int.class)
                .as("only jobs and tools exit");
    }

    private static ArchRule onlyJobsAndToolsReadTheClock() {
        return outsideJobsAndTools()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .as("only jobs and tools read the clock");
    }

    private static ArchRule onlyJobsAndToolsReadTheEnvironment() {
        return outsideJobsAndTools()
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .as("only jobs and tools read the environment");
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outsideJobsAndTools() {
        return noClasses().that(not(resideInAnyPackage(ROOT + "job..", ROOT + "tool..")));
    }
}

package com.recipechatbot.analytics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.planted.privacy.PlantedViolation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The direction between the packages, as the README draws it, and how large they may be. */
class ArchitectureTest {

    private static final String ROOT = "com.recipechatbot.analytics.";
    private static final long MOST_CLASSES = 40;
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<ArchRule> rules() {
        return Stream.of(
                mayUse("tables"),
                mayUse("privacy", "tables"),
                mayUse("extraction"),
                mayUse("extraction.conversation", "extraction"),
                mayUse("extraction.metadata", "extraction"),
                mayUse("capture", "privacy", "extraction", "tables"),
                mayUse("functions", "facts", "privacy", "extraction", "metrics.counts", "tables"),
                mayUse("ingest", "privacy", "tables"),
                mayUse("metrics", "tables"),
                mayUse("metrics.counts"),
                mayUse("privacy.keys", "tables"),
                mayUse("privacy.redact", "privacy"),
                mayUse("privacy.redact.person", "privacy.redact.text", "privacy"),
                mayUse("privacy.redact.number", "privacy.redact.text", "privacy"),
                mayUse("privacy.redact.text", "privacy"),
                mayUse("ingest.layout", "ingest", "tables"),
                mayUse("ingest.parse", "ingest"),
                mayUse("ingest.read", "ingest", "ingest.layout", "ingest.parse", "privacy"),
                mayUse("ingest.erase", "ingest", "ingest.read", "ingest.parse"),
                onlyItselfUsesThePartsOf("ingest"),
                onlyItselfUsesThePartsOf("privacy.redact"),
                mayUse("lake", "tables"),
                mayUse("serving", "tables"),
                mayUse("sample", "tables"),
                mayUse("logs", "privacy"),
                mayUse("deploy", "privacy", "serving", "tables"),
                mayUse("facts", "privacy", "extraction", "tables"),
                mayUse(
                        "run",
                        "ingest",
                        "facts",
                        "functions",
                        "metrics",
                        "lake",
                        "privacy",
                        "extraction",
                        "logs",
                        "tables"),
                mayUse("run.fold", "ingest", "facts", "functions", "metrics", "privacy", "extraction", "tables"),
                mayUse("upkeep", "run", "ingest", "metrics", "lake", "privacy", "extraction", "tables"),
                mayUse("command.text", "command.option", "privacy", "extraction", "tables"),
                mayUse(
                        "command.option",
                        "run",
                        "capture",
                        "deploy",
                        "ingest",
                        "metrics",
                        "lake",
                        "logs",
                        "privacy",
                        "extraction",
                        "tables"),
                noSparkIn("privacy"),
                noSparkIn("extraction"),
                noSparkIn("tables"),
                noSparkIn("facts"),
                noSparkIn("capture"),
                noSparkIn("sample"),
                noSparkIn("deploy"),
                noSparkIn("command.text"),
                noSparkInTools(),
                onlyCommandsExit(),
                onlyCommandsReadTheClock(),
                onlyCommandsReadTheEnvironment(),
                noCyclesOfPackages(),
                noCycles());
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
        assertThat(mayUse("planted.privacy", "tables").evaluate(planted).hasViolation())
                .isTrue();
        assertThat(onlyItselfUsesThePartsOf("ingest").evaluate(planted).hasViolation())
                .isTrue();
        assertThat(onlyItselfUsesThePartsOf("privacy.redact").evaluate(planted).hasViolation())
                .isTrue();
        assertThat(onlyCommandsReadTheClock().evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void noPackageIsTooLargeToRead() {
        // An invented export has a class for each of the many things that it plants.
        assertThat(PRODUCT.stream()
                        .filter(type -> type.isTopLevelClass()
                                && !type.getSimpleName().equals("package-info")
                                && !type.getPackageName().equals(ROOT + "sample"))
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())))
                .allSatisfy((name, classes) -> assertThat(classes).as(name).isLessThanOrEqualTo(MOST_CLASSES));
    }

    @Test
    void theDrawingIsTrueAndComplete() throws IOException {
        Map<String, Set<String>> drawn = drawing();
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : PRODUCT) {
            type.getDirectDependenciesFromSelf()
                    .forEach(dependency -> addArrow(used, packageOf(type), packageOf(dependency.getTargetClass())));
        }

        assertThat(drawn)
                .allSatisfy((from, to) -> assertThat(used.getOrDefault(from, Set.of()))
                        .as("what " + from + " uses")
                        .containsAll(to));
        assertThat(used)
                .allSatisfy((from, to) -> assertThat(reachable(drawn, from))
                        .as("where the arrows from " + from + " lead")
                        .containsAll(to));
    }

    /** The packages that an arrow leads to, by the package that it begins at. */
    private static Map<String, Set<String>> drawing() throws IOException {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.matches(" {4}[a-z., ]+( -> [a-z., ]+)+")) {
                String[] stations = line.strip().split(" -> ");
                for (int i = 1; i < stations.length; i++) {
                    for (String from : stations[i - 1].split(", ")) {
                        for (String to : stations[i].split(", ")) {
                            addArrow(arrows, from, to);
                        }
                    }
                }
            }
        }
        return arrows;
    }

    private static void addArrow(Map<String, Set<String>> arrows, String from, String to) {
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            arrows.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
        }
    }

    /** Without what all packages share; empty for a class that is not in a package of ours. */
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    }

    private static Set<String> reachable(Map<String, Set<String>> arrows, String from) {
        Set<String> reached = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(from));
        while (!left.isEmpty()) {
            for (String to : arrows.getOrDefault(left.pop(), Set.of())) {
                if (reached.add(to)) {
                    left.push(to);
                }
            }
        }
        return reached;
    }

    @Test
    void everyPackageHasItsRule() {
        List<String> ruled = rules().map(ArchRule::getDescription)
                .filter(rule -> rule.contains(" may use "))
                .map(rule -> rule.split("[ .]")[0])
                .toList();

        assertThat(PRODUCT.stream()
                        .filter(type -> type.getPackageName().startsWith(ROOT))
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
                .dependOnClassesThat(resideInAPackage("com.recipechatbot.analytics..")
                        .and(not(resideInAnyPackage(allowed)))
                        // What is wrong with a request, or outside this software, may come up anywhere.
                        .and(not(type(UsageException.class).or(type(FailureKind.class)))))
                .allowEmptyShould(true)
                .as(name + " may use " + (others.length == 0 ? "nothing of ours" : String.join(", ", others)));
    }

    private static ArchRule onlyItselfUsesThePartsOf(String name) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + name + ".*..")
                .as("only " + name + " uses its parts");
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

    private static ArchRule noSparkInTools() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "command..")
                .and()
                .haveSimpleNameEndingWith("Command")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .as("tools know no Spark");
    }

    private static ArchRule noCycles() {
        return slices().matching(ROOT + "(*)..").should().beFreeOfCycles();
    }

    private static ArchRule noCyclesOfPackages() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String name = packageOf(type);
                        // The ingest calls its parts, which share its types.
                        return name.isEmpty()
                                ? SliceIdentifier.ignore()
                                : SliceIdentifier.of(name.startsWith("ingest.") ? "ingest" : name);
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    private static ArchRule onlyCommandsExit() {
        return outsideCommands()
                .should()
                .callMethod(System.class, "exit", int.class)
                .as("only commands exit");
    }

    private static ArchRule onlyCommandsReadTheClock() {
        return outsideCommands()
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
                .as("only commands read the clock");
    }

    private static ArchRule onlyCommandsReadTheEnvironment() {
        return outsideCommands()
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .as("only commands read the environment");
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outsideCommands() {
        return noClasses().that(not(resideInAPackage(ROOT + "command..").or(type(Main.class))));
    }
}

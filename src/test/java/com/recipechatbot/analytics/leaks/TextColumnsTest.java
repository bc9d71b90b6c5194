package com.recipechatbot.analytics.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TableExportFolder;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.tables.TableContract;
import com.recipechatbot.analytics.tables.TextRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.EventLoggingListener;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every text in a table has a rule, and the rules hold against an export that names a person, in words that no detector knows,
 * wherever a record, a file or an option has room for them.
 */
class TextColumnsTest {

    /** What a user or an assistant says of a dish, and what looks like a tool's or model's name: masked, in the restricted areas only. */
    private static final Pattern MASKED_PLACES =
            Pattern.compile("dish .*|name of a dish|title of an assistant|identifier .*");

    private static final Pattern PSEUDONYM = Pattern.compile("[a-z](\\d{8})?_[a-z2-7]{26}");

    @TempDir
    private static Path folder;

    private static final List<Ended> ENDED = new ArrayList<>();
    private static final List<Canary> CANARIES = new ArrayList<>();

    @BeforeAll
    static void runEverything() throws Exception {
        PlantedExport export = new PlantedExport(folder.resolve("export")).writeUnknownNames();
        CANARIES.addAll(export.canaries());
        plantIdentifiers();
        plantItems();
        Canary title = planted("title of a lexicon");
        Files.writeString(folder.resolve("lexicon"), title.value() + " soup\n");
        KeyRing.create(folder.resolve("keys"));
        SparkContext spark = TestSpark.session().sparkContext();
        Files.createDirectories(folder.resolve("events"));
        SparkConf settings = spark.getConf().clone().set("spark.eventLog.compress", "false");
        URI events = folder.resolve("events").toUri();
        EventLoggingListener log =
                new EventLoggingListener("planted", scala.Option.empty(), events, settings, new Configuration());
        log.start();
        spark.addSparkListener(log);
        RunLogs logs = RunLogs.at("info", folder.resolve("logs"));
        try {
            backfill("lake", folder.resolve("export"), PlantedExport.DAY);
            backfill("lake-of-items", new TableExportFolder(folder.resolve("dynamodb")).prefix(), PlantedExport.DAY);
            run("weekly-metrics", "--lake=" + folder.resolve("lake"), "--week=2025-W02");
            run("report", "--lake=" + folder.resolve("lake"), "--output=" + folder.resolve("report.html"));
            run("show", "daily_tools", "--lake=" + folder.resolve("lake"));
            run("show", "daily_models", "--lake=" + folder.resolve("lake"));
        } finally {
            logs.close();
        }
        spark.listenerBus().waitUntilEmpty();
        spark.removeSparkListener(log);
        log.stop();
    }

    private static Canary planted(String place) {
        Canary canary = Canary.unknownName(CANARIES.size(), place);
        CANARIES.add(canary);
        return canary;
    }

    /** Names that look like those of tools and models, of one user each. */
    private static void plantIdentifiers() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String metadata : List.of(
                "{\"tool\": \"%s\"}",
                "{\"tools\": [\"%s\"]}",
                "{\"tools\": {\"%s\": 1}}",
                "{\"tool_calls\": [{\"function\": {\"name\": \"%s\"}}]}",
                "{\"model\": \"%s\", \"cost\": 1}",
                "{\"gen_ai\": {\"response.model\": \"%s\"}}",
                "{\"modelId\": \"arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.%s-v1:0\"}")) {
            String name = planted("identifier in " + metadata).traces().get(0) + "_has_diabetes";
            lines.add(
                    "{\"conversation_id\": \"i%d\", \"timestamp\": \"2025-01-06T11:00:00\", \"user_id\": \"i%d\", \"role\": \"assistant\", \"message\": \"Hi\", \"metadata\": %s}"
                            .formatted(lines.size(), lines.size(), metadata.formatted(name)));
        }
        Files.write(folder.resolve("export/year=2025/month=01/day=06/more.json"), lines);
    }

    private static void plantItems() {
        List<String> items = new ArrayList<>();
        for (String planted : List.of(
                "\"role\": {\"S\": \"user\"}, \"message\": {\"S\": \"TOOL_CALL[@] hello\"}",
                "\"role\": {\"S\": \"tool\"}, \"message\": {\"S\": \"TOOL_CALL[@] hello\"}",
                "\"role\": {\"S\": \"assistant\"}, \"message\": {\"S\": \"Hi\"}, \"metadata\": {\"M\": {\"tool\": {\"S\": \"@\"}}}",
                "\"role\": {\"S\": \"assistant\"}, \"message\": {\"S\": \"Hi\"}, \"metadata\": {\"M\": {\"tools\": {\"SS\": [\"@\"]}}}",
                "\"role\": {\"S\": \"assistant\"}, \"message\": {\"S\": \"Hi\"}, \"metadata\": {\"M\": {\"tools\": {\"M\": {\"@\": {\"N\": \"1\"}}}}}",
                "\"role\": {\"S\": \"assistant\"}, \"message\": {\"S\": \"Hi\"}, \"metadata\": {\"M\": {\"tool_calls\": {\"L\": [{\"M\": {\"name\": {\"S\": \"@\"}}}]}}}",
                "\"role\": {\"S\": \"assistant\"}, \"message\": {\"S\": \"Hi\"}, \"metadata\": {\"M\": {\"model\": {\"S\": \"@\"}}}",
                "\"role\": {\"S\": \"assistant\"}, \"message\": {\"S\": \"Hi\"}, \"metadata\": {\"M\": {\"response\": {\"M\": {\"model_name\": {\"S\": \"@\"}}}}}",
                "\"role\": {\"S\": \"assistant\"}, \"message\": {\"S\": \"Hi\"}, \"metadata\": {\"M\": {\"model\": {\"S\": \"gpt-4o\"}, \"currency\": {\"S\": \"@\"}, \"error\": {\"S\": \"@\"}}}",
                "\"role\": {\"S\": \"@\"}, \"message\": {\"S\": \"Hi\"}",
                "\"role\": {\"S\": \"user\"}, \"message\": {\"S\": \"Hi\"}, \"@\": {\"S\": \"@\"}")) {
            items.add(
                    "{\"Item\": {\"conversation_id\": {\"S\": \"d%d\"}, \"timestamp\": {\"S\": \"2025-01-06T10:00:00\"}, \"user_id\": {\"S\": \"u1\"}, %s}}"
                            .formatted(
                                    items.size(),
                                    planted.replace(
                                            "@", planted("item with " + planted).value())));
        }
        new TableExportFolder(folder.resolve("dynamodb")).full("0170-full", "2025-01-07T00:00:00Z", List.of(items));
    }

    private static void backfill(String lake, Path input, String day) {
        run(
                "backfill",
                "--input=" + input,
                "--lake=" + folder.resolve(lake),
                "--keys=" + folder.resolve("keys"),
                "--lexicon=" + folder.resolve("lexicon"),
                "--tools=recipe_lookup",
                "--from=" + day,
                "--to=" + day);
    }

    private static void run(String... command) {
        Ended ended = Commands.run(command);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        ENDED.add(ended);
    }

    @Test
    void noPlantedNameIsPublishedPrintedOrLogged() throws IOException {
        LeakScan scan = new LeakScan(CANARIES);
        for (String lake : List.of("lake", "lake-of-items")) {
            for (String part : List.of("published", "aggregated")) {
                scan.folder(folder.resolve(lake).resolve(part));
            }
        }
        scan.folder(folder.resolve("events"));
        scan.folder(folder.resolve("logs"));
        scan.bytes("report", Files.readAllBytes(folder.resolve("report.html")));
        for (Ended ended : ENDED) {
            scan.text("standard output", ended.out());
            scan.text("standard error", ended.err());
        }

        assertThat(scan.findings().lines()).isEmpty();
        // There was something to find.
        assertThat(Files.readString(folder.resolve("logs/run.log"))).contains("INFO");
        try (Stream<Path> files = Files.walk(folder.resolve("events"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isGreaterThan(10_000);
        }
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.DAILY_TOOLS))
                .anySatisfy(row -> assertThat(row).containsEntry("tool", "(other)"));
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.DAILY_MODELS))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("model", "(other)").containsEntry("responses", 3L));
        assertThat(TestLake.at(folder.resolve("lake-of-items")).rows(MetricTable.DAILY_MODELS))
                .extracting(row -> row.get("model") + " " + row.get("responses") + " " + row.get("failures"))
                .containsExactlyInAnyOrder("(other) 2 0", "gpt-4o 1 1");
        // Of four assistants; a record of a tool alone makes no conversation.
        assertThat(TestLake.at(folder.resolve("lake-of-items")).rows(MetricTable.DAILY_TOOLS))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("tool", "(other)").containsEntry("calls", 4L));
    }

    @Test
    void noPlantedNameIsInTheLakeButInWhatIsMasked() throws IOException {
        LeakScan scan = new LeakScan(CANARIES.stream()
                .filter(canary -> !MASKED_PLACES.matcher(canary.place()).matches())
                .toList());
        scan.folder(folder.resolve("lake"));
        scan.folder(folder.resolve("lake-of-items"));

        assertThat(scan.findings().lines()).isEmpty();
    }

    @Test
    void everyPlantedNameIsFoundInWhatWasRead() throws IOException {
        LeakScan scan = new LeakScan(CANARIES);
        scan.folder(folder.resolve("export"));
        scan.folder(folder.resolve("dynamodb"));
        scan.bytes("lexicon", Files.readAllBytes(folder.resolve("lexicon")));

        assertThat(scan.findings().canaries()).containsAll(CANARIES);
    }

    /** What stands in each text of the rows, by its rule. */
    @ParameterizedTest
    @EnumSource
    void theTextsOfATableFollowTheirRules(MetricTable table) {
        Map<String, TextRule> rules = table.contract().texts();
        List<String> broken = new ArrayList<>();
        for (String lake : List.of("lake", "lake-of-items")) {
            if (Files.isDirectory(folder.resolve(lake).resolve(table.contract().location()))) {
                TestLake.at(folder.resolve(lake))
                        .rows(table)
                        .forEach(row -> row.forEach((column, value) -> texts(column, value)
                                .forEach(text -> {
                                    if (!follows(rules.get(text[0]), text[0], text[1])) {
                                        broken.add(text[0] + ": " + text[1]);
                                    }
                                })));
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean follows(TextRule rule, String column, String text) {
        boolean isPlanted = text.toLowerCase(java.util.Locale.ROOT).contains("quorlin");
        return switch (rule) {
            case MASKED -> true;
            case PSEUDONYM ->
                (column.endsWith("_key") || column.endsWith("_keys"))
                        ? PSEUDONYM.matcher(text).matches()
                        : !isPlanted;
            case CLOSED, SHARED, SEALED -> !isPlanted;
        };
    }

    /** Column or field, and text. */
    private static List<String[]> texts(String path, Object value) {
        List<String[]> texts = new ArrayList<>();
        if (value instanceof String text) {
            texts.add(new String[] {path, text});
        } else if (value instanceof List<?> list) {
            list.forEach(element -> texts.addAll(texts(path, element)));
        } else if (value instanceof Map<?, ?> struct) {
            struct.forEach((field, element) -> texts.addAll(texts(path + "." + field, element)));
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void everyTextHasARule(MetricTable table) {
        TableContract contract = table.contract();
        TreeSet<String> texts = new TreeSet<>();
        for (StructField column : StructType.fromDDL(contract.schemaDdl()).fields()) {
            addTexts(column.name(), column.dataType(), texts);
        }

        assertThat(contract.texts().keySet())
                .as("the line \"-- texts: ...\" of metrics/%s/columns.sql", contract.name())
                .containsExactlyInAnyOrderElementsOf(texts);
    }

    private static void addTexts(String path, DataType type, Set<String> texts) {
        if (type instanceof StringType || type instanceof BinaryType) {
            texts.add(path);
        } else if (type instanceof ArrayType array) {
            addTexts(path, array.elementType(), texts);
        } else if (type instanceof MapType map) {
            addTexts(path + ".key", map.keyType(), texts);
            addTexts(path + ".value", map.valueType(), texts);
        } else if (type instanceof StructType struct) {
            for (StructField field : struct.fields()) {
                addTexts(path + "." + field.name(), field.dataType(), texts);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTablesThatAreNotPublishedHoldMaskedOrSealedText(MetricTable table) {
        TableContract contract = table.contract();
        boolean isPublished = contract.area().equals("published");

        if (isPublished) {
            assertThat(contract.texts().values()).isSubsetOf(TextRule.CLOSED, TextRule.SHARED);
            assertThat(contract.smallCounts())
                    .as("the line \"-- small counts: ...\" of metrics/%s/columns.sql", contract.name())
                    .isNotBlank();
        } else {
            assertThat(contract.texts().values()).doesNotContain(TextRule.SHARED);
        }
    }
}

package com.recipechatbot.analytics.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.command.ExitCode;
import com.recipechatbot.analytics.serving.athena.NamedQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as Athena does, and a lake on S3 in which a job has written two tables so far. */
class AthenaCommandTest {

    private static final String LAKE = "s3://athena-command/lake";
    private static final List<String> PUBLISHED = List.of("daily_recipes", "daily_metrics");

    @TempDir
    private static Path folder;

    private static S3Server s3;

    private final Map<String, String> before = new HashMap<>();
    private AthenaServer athena;

    @BeforeAll
    static void writeLake() throws Exception {
        Path bucket = Files.createDirectories(folder.resolve("s3/athena-command"));
        for (String table : PUBLISHED) {
            TestSpark.session()
                    .range(1)
                    .write()
                    .format("delta")
                    .save(bucket.resolve("lake/published/" + table).toString());
        }
        TestSpark.session()
                .range(1)
                .write()
                .format("delta")
                .save(bucket.resolve("lake/restricted/conversations").toString());
        for (String table : List.of("user_activity", "user_week_items")) {
            TestSpark.session()
                    .range(1)
                    .write()
                    .format("delta")
                    .save(bucket.resolve("lake/linked/" + table).toString());
        }
        s3 = S3Server.over(folder.resolve("s3"));
        ArrayNode outputs = new ObjectMapper().createArrayNode();
        Map.of(
                        "Lake", LAKE,
                        "Database", "chat",
                        "WorkGroup", "chat-group",
                        "RestrictedDatabase", "chat_restricted",
                        "RestrictedWorkGroup", "chat-restricted",
                        "LinkedDatabase", "chat_linked",
                        "LinkedWorkGroup", "chat-linked")
                .forEach((key, value) ->
                        outputs.addObject().put("OutputKey", key).put("OutputValue", value));
        Files.writeString(folder.resolve("outputs.json"), outputs.toString());
    }

    @AfterAll
    static void stopS3() {
        s3.close();
    }

    @BeforeEach
    void startAthena() throws Exception {
        athena = new AthenaServer();
        set("aws.endpointUrlAthena", athena.endpoint());
        set("aws.region", "us-east-1");
        set("aws.accessKeyId", "test");
        set("aws.secretAccessKey", "test");
        set("aws.disableEc2Metadata", "true");
        set("aws.maxAttempts", "1");
        // Nothing of the machine that the tests run on.
        set("aws.configFile", folder.resolve("none").toString());
        set("aws.sharedCredentialsFile", folder.resolve("none").toString());
        Configuration hadoop = new Configuration(false);
        s3.configure(hadoop);
        hadoop.forEach(setting -> set("spark.hadoop." + setting.getKey(), setting.getValue()));
    }

    @AfterEach
    void stopAthena() {
        athena.close();
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void withoutRegisterItPrintsTheStatementsAndAsksNobody() throws Exception {
        athena.close();

        assertThat(run()).isEqualTo(new Commands.Ended(0, Files.readString(Path.of("emr/athena/tables.sql")), ""));
        assertThat(run("--lake=s3://b/lake/").out())
                .contains("LOCATION 's3://b/lake/published/daily_metrics/'")
                .doesNotContain("${lake}/");
    }

    @Test
    void tablesOfTheLakeAreMadeAndQuestionsSavedOnce() {
        Commands.Ended first = run("--register");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("table daily_metrics: created\n", "question does-the-chatbot-grow: saved\n")
                .contains(
                        "not in the lake yet: daily_categories, daily_tools, daily_models, hourly_usage, daily_retention, weekly_retention, weekly_features, weekly_recipes, weekly_seasonality, weekly_metrics, monthly_metrics. Register again after the job that writes them.\n")
                .endsWith(
                        "next: in the Athena console, choose the workgroup and open a saved query, such as does-the-chatbot-grow\n");
        assertThat(athena.tables)
                .containsOnly(
                        Map.entry("daily_metrics", LAKE + "/published/daily_metrics/"),
                        Map.entry("daily_recipes", LAKE + "/published/daily_recipes/"),
                        Map.entry("daily_metrics_json", LAKE + "/aggregated/daily/"));
        assertThat(athena.statements).hasSize(3).allSatisfy(statement -> {
            assertThat(statement.path("WorkGroup").asText()).isEqualTo("chat-group");
            assertThat(statement.at("/QueryExecutionContext/Database").asText()).isEqualTo("chat");
            assertThat(statement.has("ResultConfiguration")).isFalse();
        });
        assertThat(athena.queries.values()).hasSameSizeAs(NamedQuery.all()).allSatisfy(query -> {
            assertThat(query.path("WorkGroup").asText()).isEqualTo("chat-group");
            assertThat(query.path("Description").asText()).endsWith("?");
        });

        Commands.Ended second = run("--register");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()
                        .lines()
                        .filter(line ->
                                line.contains(": ") && !line.contains("next") && !line.contains("not in the lake yet")))
                .hasSize(3 + NamedQuery.all().size())
                .allMatch(line -> line.endsWith(": exists"));
        assertThat(athena.statements).hasSize(3);
        assertThat(athena.queries).hasSameSizeAs(NamedQuery.all());
    }

    @Test
    void theWorkingTablesHaveADatabaseAWorkgroupAndQuestionsOfTheirOwn() {
        Commands.Ended ended = run("--register", "--restricted");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(athena.tables).containsOnly(Map.entry("conversations", LAKE + "/restricted/conversations/"));
        assertThat(athena.statements).singleElement().satisfies(statement -> {
            assertThat(statement.path("WorkGroup").asText()).isEqualTo("chat-restricted");
            assertThat(statement.at("/QueryExecutionContext/Database").asText()).isEqualTo("chat_restricted");
        });
        assertThat(athena.queries.values())
                .hasSameSizeAs(NamedQuery.restricted())
                .allSatisfy(query -> assertThat(query.path("Database").asText()).isEqualTo("chat_restricted"));
        assertThat(ended.out()).endsWith("open a saved query, such as what-did-each-run-do\n");
    }

    /** The role for studies of retention reads no other linked table. */
    @Test
    void studiesOfRetentionGetTheirTableAndNoOther() {
        Commands.Ended ended = run("--register", "--retention");

        assertThat(ended).isEqualTo(new Commands.Ended(0, """
                        table user_activity: created
                        next: in the Athena console, choose the workgroup and query user_activity
                        """, ""));
        assertThat(athena.tables).containsOnly(Map.entry("user_activity", LAKE + "/linked/user_activity/"));
        assertThat(athena.statements).singleElement().satisfies(statement -> {
            assertThat(statement.path("WorkGroup").asText()).isEqualTo("chat-linked");
            assertThat(statement.at("/QueryExecutionContext/Database").asText()).isEqualTo("chat_linked");
        });
        assertThat(athena.queries).isEmpty();
        assertThat(run("--register", "--retention", "--restricted").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void withoutTheRoleForStudiesNothingIsRegisteredForThem() throws Exception {
        Path without = Files.writeString(
                folder.resolve("without.json"),
                Files.readString(folder.resolve("outputs.json")).replace("LinkedWorkGroup", "Other"));

        assertThat(Commands.run("athena", "--register", "--retention", "--outputs=" + without))
                .isEqualTo(
                        new Commands.Ended(
                                ExitCode.USAGE,
                                "",
                                "Cannot register user_activity: nobody may read it, because the stack has no role for studies of retention. Run jobs/deploy RetentionStudies=true first.\n"));
        assertThat(athena.statements).isEmpty();
    }

    @Test
    void aQuestionThatHasChangedIsBroughtUpToDate() {
        run("--register");
        athena.queries.values().iterator().next().put("QueryString", "SELECT 1");

        assertThat(run("--register").out()).containsOnlyOnce(": brought up to date");
        assertThat(athena.queries.values())
                .extracting(query -> query.path("QueryString").asText())
                .containsExactlyElementsOf(
                        NamedQuery.all().stream().map(NamedQuery::sql).toList());
    }

    @Test
    void aPlaceForResultsIsPassedOnToAWorkgroupThatHasNone() {
        run("--register", "--workgroup=primary", "--results=s3://athena-command/results/");

        assertThat(athena.statements)
                .isNotEmpty()
                .allMatch(statement -> statement
                                .at("/ResultConfiguration/OutputLocation")
                                .asText()
                                .equals("s3://athena-command/results/")
                        && statement.path("WorkGroup").asText().equals("primary"));
    }

    @Test
    void aTableOfAnotherLakeIsNotTakenForThisOne() {
        athena.tables.put("daily_metrics", "s3://old/lake/published/daily_metrics");

        assertThat(run("--register"))
                .isEqualTo(
                        new Commands.Ended(
                                ExitCode.USAGE,
                                "",
                                "Cannot register daily_metrics at s3://athena-command/lake/published/daily_metrics/: Athena has it at s3://old/lake/published/daily_metrics/. Drop it there first (DROP TABLE daily_metrics; its files are kept), or give another --database.\n"));
        assertThat(athena.statements).isEmpty();
    }

    @Test
    void aStatementThatFailsIsSaid() {
        athena.failure = "FAILED: no permission on the database";

        Commands.Ended ended = run("--register");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err())
                .isEqualTo(
                        "Cannot create the table daily_recipes: Athena has refused it: 'FAILED: no permission on the database'. Fix it and register again; existing tables are kept.\n");
    }

    @Test
    void aRefusalIsSaid() {
        athena.refusal = List.of("AccessDeniedException", "not you");
        assertThat(run("--register").err())
                .isEqualTo(
                        "Cannot list the tables of chat: access is denied. jobs/run athena --help lists the permissions it needs.\n");
        athena.refusal = List.of("MetadataException", "Database chat not found");
        assertThat(run("--register").err())
                .isEqualTo(
                        "Cannot list the tables of chat: Athena says 'Database chat not found'. Check --database and --workgroup, or run jobs/deploy.\n");
        athena.close();
        assertThat(run("--register").err())
                .isEqualTo(
                        "Cannot list the tables of chat: no region, no credentials or no network. Set AWS_REGION, sign in, and run again.\n");
    }

    @Test
    void aLakeThatAthenaCannotReadIsRefused() {
        assertThat(run("--register", "--lake=target/demo/lake"))
                .isEqualTo(
                        new Commands.Ended(
                                ExitCode.USAGE,
                                "",
                                "Cannot register tables at target/demo/lake: Athena reads from S3 only. Give --lake s3://BUCKET/FOLDER.\n"));
    }

    private static Commands.Ended run(String... arguments) {
        return Commands.run(
                "athena",
                Stream.concat(
                                Arrays.stream(arguments),
                                Stream.of("--outputs=" + folder.resolve("outputs.json"), "--poll-millis=1"))
                        .toArray(String[]::new));
    }

    private void set(String name, String value) {
        before.putIfAbsent(name, System.getProperty(name));
        System.setProperty(name, value);
    }
}

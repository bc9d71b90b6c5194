package com.recipechatbot.analytics.serving.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Athena's engine reads the lake that our job wrote to S3, and answers each question as Spark does. It needs JDK 24 or
 * newer in addition to this one and a download of 821 MB, so it is not part of the suite:
 * {@code mvn -Dquick -Pathena test}.
 */
class AthenaCheck {

    private static final String LAKE = "s3://athena-check/lake";
    private static final int DAYS = 33;

    @TempDir
    private static Path folder;

    private static S3Server s3;
    private static TrinoServer trino;
    private static SparkAnswers spark;

    @BeforeAll
    static void writeLakeAndStartTrino() throws Exception {
        Optional<Path> java = TrinoServer.java();
        assumeTrue(
                java.isPresent(),
                "not checked: Trino needs JDK 24 or newer. Install one below /usr/lib/jvm, or give -Dtrino.java.home=DIR.");
        Path distribution = Path.of(System.getProperty("trino.home", "none"));
        assumeTrue(Files.isDirectory(distribution), "not checked: there is no Trino. Run mvn -Dquick -Pathena test.");
        Commands.run(
                "generate",
                "--from=2025-01-01",
                "--days=" + DAYS,
                "--conversations-per-day=60",
                "--seed=1",
                "--output=" + folder.resolve("export"));
        // The last day is not final, so that there is a day that may still change.
        Files.delete(folder.resolve("export/conversations/year=2025/month=02/day=02/_SUCCESS"));
        Files.createDirectories(folder.resolve("s3/athena-check"));
        s3 = S3Server.over(folder.resolve("s3"));
        s3.configure(TestSpark.session().sparkContext().hadoopConfiguration());
        Commands.Ended ended = Commands.backfill(
                "--input=" + folder.resolve("export/conversations"),
                "--lake=" + LAKE,
                "--keys=" + Commands.keys(folder),
                "--from=2025-01-01",
                "--to=2025-02-02");
        assertThat(ended.exitCode()).as(ended.err()).isZero();

        Instant start = Instant.now();
        trino = TrinoServer.start(
                java.get(), distribution, Files.createDirectories(folder.resolve("trino")), s3.endpoint());
        System.out.printf(
                "trino: started in %d s%n",
                Duration.between(start, Instant.now()).toSeconds());
        spark = new SparkAnswers();
        try (Connection connection = trino.connect("delta", "register");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA delta.chat");
            for (AthenaTable table : AthenaTablesTest.tables()) {
                statement.execute(TrinoTables.statement(table, LAKE));
                view(table);
            }
        }
    }

    @AfterAll
    static void stop() {
        if (trino != null) {
            trino.close();
        }
        if (s3 != null) {
            s3.close();
        }
    }

    static List<NamedQuery> queries() {
        return NamedQuery.all();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answersAsSparkDoes(NamedQuery query) throws SQLException {
        List<List<String>> expected = spark.ask(query).collectAsList().stream()
                .map(AthenaCheck::texts)
                .toList();

        List<List<String>> answered = ask(query);

        assertThat(answered).isEqualTo(expected).isNotEmpty();
        System.out.printf("%-45s %4d rows %8d bytes%n", query.name(), answered.size(), bytesReadFor(query));
    }

    @Test
    void everyDayOfTheFilesIsFoundWithoutRegisteringIt() throws SQLException {
        try (Connection connection = trino.connect("hive", "days");
                Statement statement = connection.createStatement();
                ResultSet days = statement.executeQuery(
                        "SELECT count(*), min(\"date\"), max(\"date\") FROM daily_metrics_json")) {
            assertThat(days.next()).isTrue();
            assertThat(days.getInt(1)).isEqualTo(DAYS);
            assertThat(days.getString(2)).isEqualTo("2025-01-01");
            assertThat(days.getString(3)).isEqualTo("2025-02-02");
        }
    }

    private static List<List<String>> ask(NamedQuery query) throws SQLException {
        String catalog = query.tables().contains("daily_metrics_json") ? "hive" : "delta";
        try (Connection connection = trino.connect(catalog, query.name());
                PreparedStatement statement = connection.prepareStatement(query.sql())) {
            if (query.sql().contains("?")) {
                statement.setInt(1, SparkAnswers.JANUARY.get(0));
                statement.setInt(2, SparkAnswers.JANUARY.get(1));
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(text(result.getObject(i)));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    /** The bytes of the tables' files that Trino has read from S3, which is what Athena counts. */
    private static long bytesReadFor(NamedQuery query) throws SQLException {
        try (Connection connection = trino.connect("delta", "bytes");
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT sum(physical_input_bytes) FROM system.runtime.tasks JOIN system.runtime.queries USING (query_id) WHERE source = ?")) {
            statement.setString(1, query.name());
            try (ResultSet bytes = statement.executeQuery()) {
                assertThat(bytes.next()).isTrue();
                return bytes.getLong(1);
            }
        }
    }

    private static void view(AthenaTable table) {
        if (table.isDelta()) {
            spark.session().read().format("delta").load(table.place(LAKE)).createOrReplaceTempView(table.name());
        } else {
            spark.session()
                    .read()
                    .schema(StructType.fromDDL(NamedQueriesTest.JSON_TABLE))
                    .json(table.place(LAKE))
                    .createOrReplaceTempView(table.name());
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(text(row.get(i)));
        }
        return texts;
    }

    /** Numbers with nine digits, so that the order in which an engine adds them does not matter. */
    private static String text(Object value) {
        if (value instanceof Number number) {
            return String.format(Locale.ROOT, "%.9f", number.doubleValue());
        }
        return value instanceof Date day ? day.toLocalDate().toString() : String.valueOf(value);
    }
}

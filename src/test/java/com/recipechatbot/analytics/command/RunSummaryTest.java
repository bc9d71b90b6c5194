package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.deploy.JobDefinition;
import com.recipechatbot.analytics.deploy.JobRunRequest;
import com.recipechatbot.analytics.run.Freshness;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.run.Version;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSummaryTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 15);
    private static final Instant START = Instant.parse("2025-01-16T02:00:00Z");
    private static final Instant END = Instant.parse("2025-01-16T02:01:30.250Z");

    @Test
    void aRunIsOneLineThatCloudWatchReadsAsMetrics() throws IOException {
        String line = summary(0, Optional.of(report(Optional.of(DAY)))).line();

        assertThat(line).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("event").asText()).isEqualTo("run");
        assertThat(json.path("Job").asText()).isEqualTo("daily-metrics");
        assertThat(json.path("exit_code").asInt(-1)).isZero();
        assertThat(json.path("outcome").asText()).isEqualTo("done");
        assertThat(json.path("day_from").asText()).isEqualTo("2025-01-15");
        assertThat(json.path("rows_excluded").asLong()).isEqualTo(4);

        JsonNode aws = json.path("_aws");
        assertThat(aws.path("Timestamp").asLong()).isEqualTo(END.toEpochMilli());
        JsonNode directive = aws.at("/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").asText()).isEqualTo("RecipeChatbotAnalytics");
        // A metric or a dimension that the line does not hold is dropped without a word.
        assertThat(directive.path("Dimensions")).hasToString("[[\"Stack\",\"Job\"]]");
        assertThat(directive.path("Metrics"))
                .extracting(metric -> metric.path("Name").asText() + "="
                        + json.get(metric.path("Name").asText()))
                .containsExactly(
                        "Seconds=90.25",
                        "RowsRead=10",
                        "RowsRejected=2",
                        "RejectedPercent=40.0",
                        "DaysBehind=1",
                        // Three days between the two published ones; the first is open, not missing.
                        "MissingDays=3");
    }

    /** What it published itself does not count: a day that was published before its end is fresh, and wrong. */
    @Test
    void howFreshTheTablesAreIsToldByTheLastCompleteDayOfTheLake() {
        assertThat(summary(3, Optional.of(report(Optional.empty()))).line())
                .contains("\"exit_code\":3", "\"published_days\":1")
                .doesNotContain("DaysBehind");
        assertThat(summary(0, Optional.of(report(Optional.of(DAY.minusDays(4)))))
                        .line())
                .contains("\"DaysBehind\":5");
    }

    @Test
    void aRunThatFailedBeforeItsReportIsALineToo() {
        assertThat(summary(5, Optional.empty()).line())
                .isEqualTo(
                        "{\"event\":\"run\",\"Stack\":\"local\",\"Job\":\"daily-metrics\",\"exit_code\":5,\"version\":\"%s\",\"started_at\":\"2025-01-16T02:00:00Z\",\"spark_jobs\":36,\"Seconds\":90.25}"
                                .formatted(Version.text()));
    }

    @Test
    void theAlarmOfTheStackLooksAtAMetricThatRunsEmit() throws IOException {
        String stack = Files.readString(Path.of("emr/stack.yaml"));

        assertThat(stack)
                .contains(
                        "Namespace: " + RunSummary.NAMESPACE,
                        "MetricName: " + RunSummary.DAYS_BEHIND,
                        "MetricName: " + RunSummary.MISSING_DAYS,
                        "MetricName: " + RunSummary.REJECTED_PERCENT,
                        "MetricName: " + RunSummary.DAYS_SINCE_EXPIRE)
                .contains("- Name: Job\n          Value: daily-metrics");
    }

    @Test
    void aRunOnAwsCarriesTheNameOfItsStack() throws IOException {
        System.setProperty(Session.STACK, "second");
        try {
            assertThat(new ObjectMapper()
                            .readTree(summary(0, Optional.empty()).line())
                            .path("Stack")
                            .asText())
                    .isEqualTo("second");
        } finally {
            System.clearProperty(Session.STACK);
        }
        JobDefinition daily = JobDefinition.named("daily-metrics");
        assertThat(JobRunRequest.template(daily, daily.arguments())
                        .at("/jobDriver/sparkSubmit/sparkSubmitParameters")
                        .asText())
                .endsWith(" --conf " + Session.STACK + "=${Stack}");
    }

    private static RunSummary summary(int exitCode, Optional<RunReport> report) {
        return new RunSummary("daily-metrics", exitCode, START, END, 36, report);
    }

    /** At 04:15 in Tokyo it is still yesterday in UTC. */
    @Test
    void daysAreBehindTheDayOfTheLake() throws IOException {
        String line = summary(0, Optional.of(report(Optional.of(DAY), ZoneOffset.ofHours(9))))
                .line();

        assertThat(new ObjectMapper().readTree(line).path("DaysBehind").asInt()).isEqualTo(1);
        line = summary(0, Optional.of(report(Optional.of(DAY), ZoneOffset.ofHours(-3))))
                .line();
        assertThat(new ObjectMapper().readTree(line).path("DaysBehind").asInt()).isZero();
    }

    /** A scheduled run that published older days waits for the day that it was started for, and for no other. */
    @ParameterizedTest
    @CsvSource({"2025-01-15, true", "2025-01-14, false"})
    void aRunIsWithoutItsLastDayWhenThatIsMissing(LocalDate missing, boolean isWithout) {
        RunReport report = report(Optional.empty());
        RunReport incomplete = new RunReport(
                new RunReport.Run("run-1", "daily-metrics", new DayRange(DAY.minusDays(2), DAY), START),
                report.counts(),
                List.of(),
                List.of(missing),
                report.touchedDays(),
                List.of());

        assertThat(incomplete.isWithoutItsLastDay()).isEqualTo(isWithout);
        assertThat(report.isWithoutItsLastDay()).isFalse();
    }

    private static RunReport report(Optional<LocalDate> lastComplete) {
        return report(lastComplete, ZoneOffset.UTC);
    }

    private static RunReport report(Optional<LocalDate> lastComplete, ZoneId zone) {
        Freshness freshness = new Freshness(
                new TreeSet<>(List.of(DAY.minusDays(4), DAY)),
                new TreeSet<>(lastComplete.map(List::of).orElse(List.of())),
                Optional.empty(),
                zone);
        return new RunReport(
                new RunReport.Run("run-1", "daily-metrics", DayRange.of(DAY), START),
                new RecordCounts(
                        List.of(new RecordCounts.Loaded(0, DAY, 3, 3, 3)),
                        1,
                        List.of(new RecordCounts.Rejected(0, "not_json", 2, "a.json, line or element 1, byte 0")),
                        Map.of("opted_out", 4L),
                        null,
                        new TreeSet<>(),
                        false,
                        false,
                        Map.of(),
                        List.of()),
                List.of(),
                List.of(),
                new TreeSet<>(List.of(DAY)),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(freshness));
    }
}

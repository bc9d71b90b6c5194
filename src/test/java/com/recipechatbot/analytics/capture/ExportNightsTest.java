package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.capture.ExportPlan.Covered;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The export as its schedule starts it, night after night, on a server that refuses what DynamoDB refuses. */
class ExportNightsTest {

    /** When the table was given point-in-time recovery. */
    private static final Instant DEPLOYED = Instant.parse("2025-01-14T10:00:00.750Z");

    private RefusingDynamoDb aws;

    @BeforeEach
    void start() throws IOException {
        aws = new RefusingDynamoDb(DEPLOYED);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void theFirstNightExportsTheWholeTableAndTheNextOnesADayEach() {
        export("2025-01-15T00:15:00Z");
        export("2025-01-16T00:15:00Z");
        export("2025-01-17T00:15:00Z");

        assertThat(aws.exports())
                .containsExactly(
                        "full 2025-01-15T00:00:00Z",
                        "2025-01-15T00:00:00Z 2025-01-16T00:00:00Z",
                        "2025-01-16T00:00:00Z 2025-01-17T00:00:00Z");
    }

    @Test
    void nightsThatWereMissedAreMadeUpFor() {
        export("2025-01-15T00:15:00Z");
        export("2025-01-16T00:15:00Z");
        Ended fifth = export("2025-01-19T00:15:00Z");

        assertThat(aws.exports().subList(2, 5))
                .containsExactly(
                        "2025-01-16T00:00:00Z 2025-01-17T00:00:00Z",
                        "2025-01-17T00:00:00Z 2025-01-18T00:00:00Z",
                        "2025-01-18T00:00:00Z 2025-01-19T00:00:00Z");
        assertThat(fifth.out()).isEqualTo("""
                        exported: 7 items -> s3://bucket/exports/AWSDynamoDB/0002
                        exported: 7 items -> s3://bucket/exports/AWSDynamoDB/0003
                        exported: 7 items -> s3://bucket/exports/AWSDynamoDB/0004
                        next: jobs/run backfill --input s3://bucket/exports --lake DIR-or-s3 --keys KEYS --from DAY --to DAY
                        """);
    }

    @Test
    void anExportThatDynamoDbGaveUpIsAHoleThatTheNextNightFills() {
        export("2025-01-15T00:15:00Z");
        aws.failNext();
        assertThat(run("2025-01-16T00:15:00Z").exitCode()).isEqualTo(4);
        export("2025-01-17T00:15:00Z");

        assertThat(aws.exports())
                .containsExactly(
                        "full 2025-01-15T00:00:00Z",
                        "2025-01-15T00:00:00Z 2025-01-16T00:00:00Z",
                        "2025-01-15T00:00:00Z 2025-01-16T00:00:00Z",
                        "2025-01-16T00:00:00Z 2025-01-17T00:00:00Z");
    }

    @Test
    void aRepeatedNightExportsNothing() {
        export("2025-01-15T00:15:00Z");

        assertThat(export("2025-01-15T00:15:00Z").out())
                .isEqualTo("nothing to export: the exports in s3://bucket/exports cover everything before that day\n");
        assertThat(aws.exports()).hasSize(1);
    }

    /** Without recovery at midnight, there is nothing to export as of midnight. */
    @Test
    void aTableOfTheSameNightIsExportedAsOfItsFirstSecond() throws IOException {
        aws.close();
        aws = new RefusingDynamoDb(Instant.parse("2025-01-15T00:05:00.750Z"));
        export("2025-01-15T00:15:00Z");
        export("2025-01-16T00:15:00Z");

        assertThat(aws.exports())
                .containsExactly("full 2025-01-15T00:05:01Z", "2025-01-15T00:05:01Z 2025-01-16T00:00:00Z");
    }

    /** DynamoDB exports no time of the last five minutes: an export right after the deployment waits for them to pass. */
    @Test
    void aTableOfTheLastMinutesIsExportedAsSoonAsDynamoDbCan() throws IOException {
        aws.close();
        aws = new RefusingDynamoDb(Instant.parse("2025-01-15T00:14:00.750Z"));
        aws.setTime(at("2025-01-15T00:15:00Z"));

        assertThat(exporter(aws::letPass).startMissing(at("2025-01-15T00:15:00Z"), ZoneOffset.UTC))
                .hasSize(1);
        assertThat(aws.exports()).containsExactly("full 2025-01-15T00:14:01Z");
    }

    @Test
    void aTimeThatIsNotRecoverableSoonIsSaid() throws IOException {
        aws.setTime(at("2025-01-15T00:02:00Z"));
        assertThatThrownBy(() -> exporter(pause -> {}).startMissing(at("2025-01-15T00:02:00Z"), ZoneOffset.UTC))
                .isInstanceOf(CaptureNotReadyException.class)
                .hasMessage(
                        "Cannot export the table recipe-conversations as of 2025-01-15T00:00:00Z yet: DynamoDB can export up to 2025-01-14T23:57:00Z. Run the same command again in a few minutes.");
        // The future is no matter of minutes.
        assertThatThrownBy(() -> exporter(pause -> {}).startMissing(at("2025-01-16T09:00:00Z"), ZoneOffset.UTC))
                .isInstanceOf(CaptureException.class)
                .hasMessageContaining("or in the future");
        assertThat(aws.exports()).isEmpty();
    }

    @Test
    void withoutRecoveryTheWayToTurnItOnIsSaid() throws IOException {
        aws.close();
        aws = new RefusingDynamoDb(null);

        assertThat(run("2025-01-15T00:15:00Z"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "Cannot export the table recipe-conversations: its point-in-time recovery is off. Turn it on with jobs/run create-table; times before that cannot be exported.\n"));
    }

    @Test
    void whatIsOlderThanRecoveryTakesAFullExport() {
        Instant recoverable = Instant.parse("2025-03-01T00:00:00Z");
        Covered first = covered("2025-01-15T00:00:00Z", "2025-01-16T00:00:00Z");
        Covered latest = covered("2025-03-05T00:00:00Z", "2025-03-06T00:00:00Z");

        assertThat(ExportPlan.of(List.of(first, latest), recoverable, at("2025-03-07T00:15:00Z"), ZoneOffset.UTC))
                .isEqualTo(new ExportPlan(Optional.of(at("2025-03-07T00:00:00Z")), List.of()));
        // The first export may have been deleted by now: nobody needs what it held.
        assertThat(ExportPlan.of(List.of(latest), recoverable, at("2025-03-07T00:15:00Z"), ZoneOffset.UTC)
                        .windows())
                .containsExactly(window("2025-03-06T00:00:00Z", "2025-03-07T00:00:00Z"));
    }

    @Test
    void daysOfAZoneAreExportedWithADayOf25HoursInTwoWindows() {
        Covered full = new Covered(Instant.MIN, at("2025-10-25T22:00:00Z"));

        assertThat(ExportPlan.of(List.of(full), DEPLOYED, at("2025-10-28T00:15:00Z"), ZoneId.of("Europe/Berlin"))
                        .windows())
                .containsExactly(
                        window("2025-10-25T22:00:00Z", "2025-10-26T22:00:00Z"),
                        // Sunday ends at 23:00 UTC; what is left of it is an hour.
                        window("2025-10-26T22:00:00Z", "2025-10-26T23:00:00Z"),
                        window("2025-10-26T23:00:00Z", "2025-10-27T23:00:00Z"));
    }

    @Test
    void windowsThatWouldBeTooShortOverlap() {
        Covered full = new Covered(Instant.MIN, at("2025-01-15T23:50:00Z"));

        assertThat(ExportPlan.of(List.of(full), DEPLOYED, at("2025-01-16T00:15:00Z"), ZoneOffset.UTC)
                        .windows())
                .containsExactly(window("2025-01-15T23:45:00Z", "2025-01-16T00:00:00Z"));
        assertThat(ExportPlan.of(List.of(full), DEPLOYED, at("2025-01-17T00:15:00Z"), ZoneOffset.UTC)
                        .windows())
                .containsExactly(
                        window("2025-01-15T23:50:00Z", "2025-01-16T23:50:00Z"),
                        window("2025-01-16T23:45:00Z", "2025-01-17T00:00:00Z"));
    }

    @Test
    void theServerRefusesWhatDynamoDbRefuses() {
        assertThatThrownBy(() -> exporter().startFull(Optional.of(DEPLOYED.minusSeconds(1))))
                .hasMessageStartingWith("Cannot export the table recipe-conversations: the time is before");
        assertThatThrownBy(() ->
                        exporter().startIncremental(new ExportWindow(DEPLOYED.minus(Duration.ofHours(10)), DEPLOYED)))
                .hasMessageStartingWith("Cannot export the table recipe-conversations: the time is before");
    }

    private PointInTimeExport exporter() {
        return exporter(Pause.SLEEP);
    }

    private PointInTimeExport exporter(Pause pause) {
        return new PointInTimeExport(
                AwsClients.dynamoDb(aws.endpoint(), 2),
                AwsClients.s3(aws.endpoint()),
                RefusingDynamoDb.TABLE,
                "s3://bucket/exports",
                Optional.empty(),
                pause);
    }

    private Ended export(String scheduledTime) {
        Ended ended = run(scheduledTime);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended;
    }

    private Ended run(String scheduledTime) {
        aws.setTime(at(scheduledTime));
        return Commands.run(
                "export",
                "--output=s3://bucket/exports",
                "--endpoint=" + aws.endpoint(),
                "--s3-endpoint=" + aws.endpoint(),
                "--scheduled-time=" + scheduledTime);
    }

    private static Covered covered(String from, String to) {
        return new Covered(at(from), at(to));
    }

    private static ExportWindow window(String from, String to) {
        return new ExportWindow(at(from), at(to));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}

package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.capture.ExportWindow;
import com.recipechatbot.analytics.capture.Pause;
import com.recipechatbot.analytics.capture.PointInTimeExport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code export}: DynamoDB's own export of the table to S3. */
@Command(
        name = "export",
        description = {
            "Makes DynamoDB export its table to S3, and waits for the manifest.",
            "Exports the whole table, or, with --scheduled-time or --from and --to, what was written in that window. DynamoDB charges",
            "by size; the table's capacity is not used.",
            "For the same times within 8 hours, it waits for the export that is already running."
        },
        footer = {"", "Example: jobs/run export --output s3://BUCKET/exports --scheduled-time 2025-01-16T00:15:00Z"})
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private AwsOptions aws;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "S3",
            description = "Such as s3://bucket/exports; the export is written to AWSDynamoDB/ below it.")
    private String output;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "The whole table as of this time, such as 2025-01-16T00:00:00Z. Default: now.")
    private String asOf;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Start of the window, such as 2025-01-15T00:00:00Z.")
    private String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "End of the window, 15 minutes to 24 hours later.")
    private String to;

    @Option(
            names = "--scheduled-time",
            paramLabel = "INSTANT",
            description = "The time at which a scheduler started it: exports what was written on the UTC day before.")
    private String scheduledTime;

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            defaultValue = "360",
            description = "How long to wait for the manifest. Default: ${DEFAULT-VALUE}.")
    private int wait;

    @Override
    public Integer call() {
        Optional<ExportWindow> window = window();
        try (DynamoDbClient dynamoDb = aws.dynamoDb();
                S3Client s3 = aws.s3()) {
            PointInTimeExport export = new PointInTimeExport(dynamoDb, s3, aws.table(), output, Pause.SLEEP);
            String arn = window.map(export::startIncremental)
                    .orElseGet(() -> export.startFull(Optional.ofNullable(asOf).map(Arguments::instant)));
            System.err.printf("started: %s%n", arn);
            PointInTimeExport.Finished finished = export.await(arn, Duration.ofMinutes(wait));
            System.out.printf(
                    "exported: %,d items -> %s%nnext: jobs/run backfill --input %s --lake DIR-or-s3 --keys KEYS --from DAY --to DAY%n",
                    finished.items(), finished.folder(), finished.folder());
            return 0;
        }
    }

    private Optional<ExportWindow> window() {
        boolean isPair = from != null && to != null;
        int ways = (asOf == null ? 0 : 1) + (scheduledTime == null ? 0 : 1) + (isPair ? 1 : 0);
        if (ways > 1 || (from == null) != (to == null)) {
            throw new UsageException(
                    "Cannot export for these times: they exclude each other. Give --as-of, or --scheduled-time, or --from with --to, or none of them for the whole table now.");
        }
        if (wait < 0) {
            throw new UsageException("Cannot wait %d minutes: give --wait 0 or more.".formatted(wait));
        }
        try {
            if (scheduledTime != null) {
                return Optional.of(ExportWindow.ofDayBefore(Arguments.instant(scheduledTime)));
            }
            return isPair
                    ? Optional.of(new ExportWindow(Arguments.instant(from), Arguments.instant(to)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}

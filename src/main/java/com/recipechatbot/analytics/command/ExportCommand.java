package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.capture.ExportWindow;
import com.recipechatbot.analytics.capture.Pause;
import com.recipechatbot.analytics.capture.PointInTimeExport;
import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.AwsOptions;
import java.time.Duration;
import java.util.List;
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
            "Exports the whole table, or, with --from and --to, what was written in that window. With --scheduled-time, it exports what",
            "the exports in --output do not cover yet: windows of up to a day, or the whole table when there is no earlier export or",
            "when something missing is older than point-in-time recovery. DynamoDB charges by size; the table's capacity is not used.",
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
            description =
                    "The time at which a scheduler started it: exports what is missing up to the beginning of its day.")
    private String scheduledTime;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "The zone of that day, such as Europe/Berlin. Default: ${DEFAULT-VALUE}.")
    private String zone;

    @Option(
            names = "--kms-key",
            paramLabel = "ARN",
            defaultValue = "none",
            description = "The KMS key that encrypts the export. Default: ${DEFAULT-VALUE}, a key of S3.")
    private String key;

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            defaultValue = "360",
            description = "How long to wait for the manifests of all exports. Default: ${DEFAULT-VALUE}.")
    private int wait;

    @Override
    public Integer call() {
        requireOneWay();
        try (DynamoDbClient dynamoDb = aws.dynamoDb();
                S3Client s3 = aws.s3()) {
            PointInTimeExport export = new PointInTimeExport(
                    dynamoDb,
                    s3,
                    aws.table(),
                    output,
                    Optional.of(key).filter(given -> !given.equals("none")),
                    Pause.SLEEP);
            List<String> arns = start(export);
            if (arns.isEmpty()) {
                System.out.printf("nothing to export: the exports in %s cover everything before that day%n", output);
                return 0;
            }
            arns.forEach(arn -> System.err.printf("started: %s%n", arn));
            String input = output;
            for (PointInTimeExport.Finished finished : export.await(arns, Duration.ofMinutes(wait))) {
                System.out.printf("exported: %,d items -> %s%n", finished.items(), finished.folder());
                input = arns.size() == 1 ? finished.folder() : output;
            }
            System.out.printf(
                    "next: jobs/run backfill --input %s --lake DIR-or-s3 --keys KEYS --from DAY --to DAY%n", input);
            return 0;
        }
    }

    private List<String> start(PointInTimeExport export) {
        if (scheduledTime != null) {
            return export.startMissing(Arguments.instant(scheduledTime), Arguments.zone(zone));
        }
        return List.of(
                from == null
                        ? export.startFull(Optional.ofNullable(asOf).map(Arguments::instant))
                        : export.startIncremental(Arguments.usage(
                                () -> new ExportWindow(Arguments.instant(from), Arguments.instant(to)))));
    }

    private void requireOneWay() {
        boolean isPair = from != null && to != null;
        int ways = (asOf == null ? 0 : 1) + (scheduledTime == null ? 0 : 1) + (isPair ? 1 : 0);
        if (ways > 1 || (from == null) != (to == null)) {
            throw new UsageException(
                    "Cannot export for these times: they exclude each other. Give --as-of, or --scheduled-time, or --from with --to, or none of them for the whole table now.");
        }
        if (wait < 0) {
            throw new UsageException("Cannot wait %d minutes: give --wait 0 or more.".formatted(wait));
        }
    }
}

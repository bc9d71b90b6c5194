package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.capture.ConversationHour;
import com.recipechatbot.analytics.capture.ExportFolder;
import com.recipechatbot.analytics.capture.HourlyExport;
import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.AwsOptions;
import com.recipechatbot.analytics.tables.ReportingDay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code export-hour}: exports the messages of an hour from the table to the layout that the jobs read. */
@Command(
        name = "export-hour",
        description = {
            "Exports the messages of UTC hours from the table.",
            "Writes one compressed file per hour below OUTPUT/year=YYYY/month=MM/day=DD, and _SUCCESS once a day has all its",
            "hours. Messages may arrive some minutes late: run it at ten past the hour.",
            "Running an hour again replaces its file; a run that was killed is resumed."
        },
        footer = {"", "Example: jobs/run export-hour --hour 2025-01-15T10 --output s3://BUCKET/conversations"})
final class ExportHourCommand implements Callable<Integer> {

    @Mixin
    private AwsOptions aws;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR-or-s3",
            description = "The folder above year=YYYY, which is the --input of the jobs.")
    private String output;

    @ArgGroup(multiplicity = "1")
    private Hours hours;

    private static final class Hours {

        @Option(names = "--hour", paramLabel = "HOUR", description = "This hour, such as 2025-01-15T10.")
        private String hour;

        @Option(
                names = "--day",
                paramLabel = "DAY",
                description = "The hours of this day that have not been exported yet.")
        private String day;

        @Option(
                names = "--scheduled-time",
                paramLabel = "INSTANT",
                description =
                        "The time at which a scheduler started it: exports the hour before and all missing ones since the last export, two days at most.")
        private String scheduledTime;
    }

    @Override
    public Integer call() {
        try (DynamoDbClient dynamoDb = aws.dynamoDb();
                // Null, and so not closed, where nothing goes to S3.
                S3Client s3 = ExportFolder.isS3(output) ? aws.s3() : null) {
            HourlyExport export =
                    new HourlyExport(dynamoDb, aws.table(), ExportFolder.at(output, s3), InstantSource.system());
            List<ConversationHour> wanted = wanted(export);
            long records = 0;
            for (ConversationHour hour : wanted) {
                HourlyExport.Exported exported = export.export(hour);
                records += exported.records();
                System.out.printf(
                        "%s: %,d messages%s -> %s%n",
                        hour, exported.records(), exported.resumed() == 0 ? "" : " (resumed)", exported.file());
            }
            System.out.printf(
                    "exported: %,d messages of %d hours%nnext: jobs/run daily-metrics --input %s --lake DIR-or-s3 --keys KEYS --day DAY%n",
                    records, wanted.size(), output);
            return 0;
        }
    }

    private List<ConversationHour> wanted(HourlyExport export) {
        try {
            if (hours.hour != null) {
                return List.of(ConversationHour.parse(hours.hour));
            } else if (hours.day != null) {
                return export.missingOf(ReportingDay.parse(hours.day));
            }
            Instant scheduled = Arguments.instant(hours.scheduledTime);
            return export.missingUpTo(ConversationHour.before(scheduled));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}

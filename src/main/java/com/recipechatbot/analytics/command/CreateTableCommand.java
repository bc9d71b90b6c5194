package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.capture.Pause;
import com.recipechatbot.analytics.capture.TableSetup;
import com.recipechatbot.analytics.command.option.AwsOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code create-table}: the DynamoDB table of the chatbot's messages. */
@Command(
        name = "create-table",
        description = {
            "Creates the DynamoDB table of the chatbot's messages, or updates the settings of an existing one.",
            "On-demand capacity, a stream of new and old images, a time to live of 90 days, point-in-time recovery.",
            "Running it again changes nothing."
        },
        footer = {"", "Example: jobs/run create-table --table recipe-conversations"})
final class CreateTableCommand implements Callable<Integer> {

    @Mixin
    private AwsOptions aws;

    @Option(
            names = "--date-index",
            description =
                    "Adds the index by day that export-hour reads. It doubles the writes and the storage of the table.")
    private boolean wantsIndex;

    @Override
    public Integer call() {
        try (DynamoDbClient dynamoDb = aws.dynamoDb()) {
            new TableSetup(dynamoDb, aws.table(), wantsIndex, Pause.SLEEP)
                    .apply()
                    .forEach(System.out::println);
        }
        System.out.printf(
                "next: have the chatbot write with a ConversationTracker, then: jobs/run %s --table %s --output s3://BUCKET/%s%n",
                wantsIndex ? "export-hour" : "export", aws.table(), wantsIndex ? "conversations" : "exports");
        return 0;
    }
}

package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.capture.Pause;
import com.recipechatbot.analytics.capture.TableSetup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code create-table}: the DynamoDB table of the chatbot's messages. */
@Command(
        name = "create-table",
        description = {
            "Makes the DynamoDB table of the chatbot's messages, or brings the one that is there to what it should be.",
            "It is on demand, with a stream of new and old images, 90 days to live, an index by day, point-in-time recovery.",
            "Run again, it changes nothing."
        },
        footer = {"", "Example: jobs/run create-table --table recipe-conversations"})
final class CreateTableCommand implements Callable<Integer> {

    @Mixin
    private AwsOptions aws;

    @Override
    public Integer call() {
        try (DynamoDbClient dynamoDb = aws.dynamoDb()) {
            new TableSetup(dynamoDb, aws.table(), Pause.SLEEP).apply().forEach(System.out::println);
        }
        System.out.printf(
                "next: let the chatbot write with a ConversationTracker, then: jobs/run export-hour --table %s --output s3://BUCKET/conversations%n",
                aws.table());
        return 0;
    }
}

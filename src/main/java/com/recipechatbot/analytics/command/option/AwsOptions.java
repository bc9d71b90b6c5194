package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.capture.AwsClients;
import com.recipechatbot.analytics.capture.ConversationTable;
import java.net.URI;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The table, and the endpoints of AWS. */
public final class AwsOptions {

    private static final int CONNECTIONS = 4;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = ConversationTable.DEFAULT_NAME,
            description = "The DynamoDB table. Default: ${DEFAULT-VALUE}.")
    private String table;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "A replacement for DynamoDB, such as http://127.0.0.1:8000. Default: AWS.")
    private URI endpoint;

    @Option(
            names = "--s3-endpoint",
            paramLabel = "URL",
            description = "A replacement for S3, such as http://127.0.0.1:9000. Default: AWS.")
    private URI s3Endpoint;

    public String table() {
        return table;
    }

    public DynamoDbClient dynamoDb() {
        return AwsClients.dynamoDb(endpoint, CONNECTIONS);
    }

    public S3Client s3() {
        return AwsClients.s3(s3Endpoint);
    }
}

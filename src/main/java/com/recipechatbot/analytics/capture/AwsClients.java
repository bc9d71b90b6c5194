package com.recipechatbot.analytics.capture;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** AWS clients, configured by the SDK's default settings, or for a server on this machine that stands in for AWS. */
public final class AwsClients {

    /** A hanging connection must not block a writer: DynamoDB answers in milliseconds. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(5);

    private static final String LOCAL = "local";

    private AwsClients() {}

    /** @param connections the maximum number of concurrent calls, such as the writers of a tracker */
    public static DynamoDbClient dynamoDb(int connections) {
        return dynamoDb(null, connections);
    }

    /**
     * @param endpoint null for AWS itself
     * @param connections the maximum number of concurrent calls
     */
    public static DynamoDbClient dynamoDb(URI endpoint, int connections) {
        return AwsFailures.say(
                "reach DynamoDB",
                () -> at(endpoint, DynamoDbClient.builder())
                        .httpClientBuilder(ApacheHttpClient.builder().maxConnections(connections))
                        .overrideConfiguration(ClientOverrideConfiguration.builder()
                                .apiCallAttemptTimeout(LONGEST_ATTEMPT)
                                .build())
                        .build());
    }

    /** @param endpoint null for AWS itself */
    public static S3Client s3(URI endpoint) {
        return AwsFailures.say(
                "reach S3",
                () -> at(endpoint, S3Client.builder())
                        .httpClientBuilder(ApacheHttpClient.builder())
                        // A server on this machine does not have a host name for each bucket.
                        .forcePathStyle(endpoint != null)
                        .build());
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B builder) {
        if (endpoint == null) {
            return builder;
        }
        return builder.endpointOverride(endpoint)
                .credentialsProvider(credentials())
                .region(Region.US_EAST_1);
    }

    /** A stand-in for AWS accepts any credentials, but requires some. */
    private static AwsCredentialsProvider credentials() {
        return AwsCredentialsProviderChain.of(
                DefaultCredentialsProvider.builder().build(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(LOCAL, LOCAL)));
    }
}

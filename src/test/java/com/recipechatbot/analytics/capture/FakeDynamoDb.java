package com.recipechatbot.analytics.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/**
 * A table in memory that accepts each key only once, and does something else before or after a put if a test says so.
 */
final class FakeDynamoDb implements DynamoDbClient {

    private final Map<List<AttributeValue>, Map<String, AttributeValue>> items = new LinkedHashMap<>();
    private Consumer<PutItemRequest> before = request -> {};
    private Consumer<PutItemRequest> after = request -> {};

    FakeDynamoDb before(Consumer<PutItemRequest> action) {
        before = action;
        return this;
    }

    FakeDynamoDb after(Consumer<PutItemRequest> action) {
        after = action;
        return this;
    }

    /** In the order in which they were written. */
    synchronized List<Map<String, AttributeValue>> items() {
        return List.copyOf(items.values());
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        before.accept(request);
        synchronized (this) {
            List<AttributeValue> key = List.of(
                    request.item().get("conversation_id"), request.item().get("timestamp"));
            if (items.containsKey(key)) {
                throw ConditionalCheckFailedException.builder()
                        .item(items.get(key))
                        .build();
            }
            items.put(key, request.item());
        }
        after.accept(request);
        return PutItemResponse.builder().build();
    }

    static DynamoDbException failure(String code, int status) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .statusCode(status)
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // There is nothing to release.
    }
}

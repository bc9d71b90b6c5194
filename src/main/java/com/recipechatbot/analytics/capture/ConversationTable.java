package com.recipechatbot.analytics.capture;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * The table of the chatbot's messages: its attributes and how they are indexed. A date alone would be one hot
 * partition, so each day of the index is spread over {@value #SHARDS} keys such as {@code 2025-01-15#7}.
 */
public final class ConversationTable {

    /** The default name of the table. */
    public static final String DEFAULT_NAME = "recipe-conversations";

    /** How long a message is kept before DynamoDB deletes it. */
    public static final Duration KEPT = Duration.ofDays(90);

    static final String CONVERSATION_ID = "conversation_id";
    static final String TIMESTAMP = "timestamp";
    static final String USER_ID = "user_id";
    static final String ROLE = "role";
    static final String MESSAGE = "message";
    static final String METADATA = "metadata";
    static final String HAS_RECIPE = "has_recipe";
    static final String RECIPE_NAME = "recipe_name";
    /** Epoch seconds after which DynamoDB deletes the item. */
    static final String TTL = "ttl";
    /** The key of the date index. */
    static final String DATE_SHARD = "date_shard";

    static final String DATE_INDEX = "date-index";
    static final int SHARDS = 10;
    static final StreamViewType STREAM = StreamViewType.NEW_AND_OLD_IMAGES;

    static final List<KeySchemaElement> KEYS =
            List.of(key(CONVERSATION_ID, KeyType.HASH), key(TIMESTAMP, KeyType.RANGE));
    static final List<KeySchemaElement> INDEX_KEYS =
            List.of(key(DATE_SHARD, KeyType.HASH), key(TIMESTAMP, KeyType.RANGE));
    /** Of the table; with the index, also its own. */
    static final List<AttributeDefinition> KEY_ATTRIBUTES = List.of(text(CONVERSATION_ID), text(TIMESTAMP));

    static final List<AttributeDefinition> KEY_ATTRIBUTES_WITH_INDEX =
            List.of(text(CONVERSATION_ID), text(TIMESTAMP), text(DATE_SHARD));
    /** The export reads complete items from the index. */
    static final Projection INDEX_PROJECTION =
            Projection.builder().projectionType(ProjectionType.ALL).build();

    private ConversationTable() {}

    /** Time to live and point-in-time recovery are set once the table exists. */
    static CreateTableRequest creation(String table) {
        return CreateTableRequest.builder()
                .tableName(table)
                .keySchema(KEYS)
                .attributeDefinitions(KEY_ATTRIBUTES)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .streamSpecification(stream())
                .build();
    }

    static CreateTableRequest creationWithIndex(String table) {
        return creation(table).toBuilder()
                .attributeDefinitions(KEY_ATTRIBUTES_WITH_INDEX)
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(DATE_INDEX)
                        .keySchema(INDEX_KEYS)
                        .projection(INDEX_PROJECTION)
                        .build())
                .build();
    }

    static StreamSpecification stream() {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(STREAM)
                .build();
    }

    /** All messages of a conversation on a day are in one shard; String.hashCode is the same in every JVM. */
    static String shardOf(LocalDate day, String conversationId) {
        return shard(day, Math.floorMod(conversationId.hashCode(), SHARDS));
    }

    /** Every key of a day, in order. */
    static List<String> shards(LocalDate day) {
        return IntStream.range(0, SHARDS).mapToObj(number -> shard(day, number)).toList();
    }

    private static String shard(LocalDate day, int number) {
        return day + "#" + number;
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}

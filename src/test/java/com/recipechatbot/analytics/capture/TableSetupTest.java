package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.DynamoDbServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Uses DynamoDB Local, which does not support point-in-time recovery: {@link PointInTimeExportTest} covers that. */
class TableSetupTest {

    private final String table = DynamoDbServer.newName();
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void connect() throws Exception {
        dynamoDb = DynamoDbServer.shared().client();
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void aTableIsCreatedOnce() {
        assertThat(apply())
                .containsExactly(
                        "table: " + table + ", created",
                        "billing: on demand",
                        "stream: NEW_AND_OLD_IMAGES",
                        "index: date-index over 10 keys a day",
                        "time to live: 90 days, by ttl, new",
                        "point-in-time recovery: not supported by this endpoint, which is not AWS");
        assertThat(apply())
                .containsExactly(
                        "table: " + table + ", already existed",
                        "billing: on demand",
                        "stream: NEW_AND_OLD_IMAGES",
                        "index: date-index over 10 keys a day",
                        "time to live: 90 days, by ttl",
                        "point-in-time recovery: not supported by this endpoint, which is not AWS");

        TableDescription made = description();
        assertThat(made.keySchema())
                .extracting(key -> key.attributeName() + " " + key.keyType())
                .containsExactly("conversation_id HASH", "timestamp RANGE");
        assertThat(made.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(made.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
        assertThat(timeToLive()).isEqualTo("ttl ENABLED");
        GlobalSecondaryIndexDescription index = made.globalSecondaryIndexes().get(0);
        assertThat(index.indexName()).isEqualTo("date-index");
        assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.ALL);
        assertThat(index.keySchema())
                .extracting(key -> key.attributeName() + " " + key.keyType())
                .containsExactly("date_shard HASH", "timestamp RANGE");
    }

    @Test
    void theOriginalsTableIsCompletedAndKeepsItsItems() {
        dynamoDb.createTable(original().build());
        dynamoDb.putItem(request -> request.tableName(table)
                .item(Map.of("conversation_id", text("c"), "timestamp", text("2025-01-15T10:00:00.000001"))));

        assertThat(apply())
                .containsExactly(
                        "table: " + table + ", already existed",
                        "billing: on demand",
                        "stream: NEW_AND_OLD_IMAGES, new",
                        "index: date-index over 10 keys a day, new; older messages are not in it: export them with jobs/run export",
                        "time to live: 90 days, by ttl, new",
                        "point-in-time recovery: not supported by this endpoint, which is not AWS");
        assertThat(dynamoDb.scan(request -> request.tableName(table)).count()).isEqualTo(1);
        assertThat(description().globalSecondaryIndexes()).hasSize(1);
    }

    /** It would double the bill, and only the hourly export reads it. */
    @Test
    void anIndexIsOnlyAddedWhereItIsAskedFor() {
        String none =
                "index: none. export-hour needs one: run again with --date-index, which doubles writes and storage";
        assertThat(apply(false)).contains("table: " + table + ", created", none);
        assertThat(apply(false)).contains("table: " + table + ", already existed", none);
        assertThat(description().globalSecondaryIndexes()).isEmpty();

        assertThat(apply(true)).anyMatch(line -> line.startsWith("index: date-index over 10 keys a day, new"));
        // One that is there stays.
        assertThat(apply(false)).contains("index: date-index over 10 keys a day");
    }

    @Test
    void aStreamThatSomebodyMayReadIsLeftAloneAndReported() {
        dynamoDb.createTable(ConversationTable.creation(table).toBuilder()
                .streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(StreamViewType.NEW_IMAGE)
                        .build())
                .build());

        assertThat(apply())
                .contains(
                        "stream: NEW_IMAGE, left as it is, because its readers would have to start over. With this type, a delete does not show whether the message expired or was withdrawn");
        assertThat(description().streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
    }

    @Test
    void aTableThatIsSomethingElseIsRefused() {
        dynamoDb.createTable(request -> request.tableName(table)
                .attributeDefinitions(ConversationTable.KEY_ATTRIBUTES.get(0))
                .keySchema(ConversationTable.KEYS.get(0))
                .billingMode(BillingMode.PAY_PER_REQUEST));

        assertThatThrownBy(this::apply)
                .isInstanceOf(CaptureException.class)
                .hasMessage(
                        "Cannot use the table %s: its keys are conversation_id (HASH), expected conversation_id (HASH) and timestamp (RANGE). Choose another name.",
                        table);
    }

    @Test
    void itemsThatExpireByAnotherAttributeAreRefused() {
        dynamoDb.createTable(ConversationTable.creation(table));
        dynamoDb.updateTimeToLive(request -> request.tableName(table)
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires")));

        assertThatThrownBy(this::apply)
                .isInstanceOf(CaptureException.class)
                .hasMessage(
                        "Cannot use the table %s: its items expire by expires, not by ttl. Turn that off first, or choose another name.",
                        table);
    }

    /** The table as in the original's document, without an index. */
    private CreateTableRequest.Builder original() {
        return CreateTableRequest.builder()
                .tableName(table)
                .attributeDefinitions(ConversationTable.KEY_ATTRIBUTES)
                .keySchema(ConversationTable.KEYS)
                .billingMode(BillingMode.PAY_PER_REQUEST);
    }

    private List<String> apply() {
        return apply(true);
    }

    private List<String> apply(boolean wantsIndex) {
        return new TableSetup(dynamoDb, table, wantsIndex, duration -> Thread.sleep(100)).apply();
    }

    private TableDescription description() {
        return dynamoDb.describeTable(request -> request.tableName(table)).table();
    }

    private String timeToLive() {
        var now =
                dynamoDb.describeTimeToLive(request -> request.tableName(table)).timeToLiveDescription();
        assertThat(now.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        return now.attributeName() + " " + now.timeToLiveStatus();
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }
}

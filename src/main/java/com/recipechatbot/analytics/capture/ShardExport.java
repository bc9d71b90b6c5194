package com.recipechatbot.analytics.capture;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads an hour's items under one key of the date index, page by page, into a compressed file of JSON Lines. */
final class ShardExport {

    private static final String OF_THE_HOUR = "#shard = :shard AND begins_with(#time, :hour)";

    private final DynamoDbClient dynamoDb;
    private final String table;

    private static final String NO_INDEX =
            "Cannot export the hour %s of %s: the table has no index %s. Deploy the stack with DateIndex=true, or add it with jobs/run create-table --date-index; jobs/run export needs none.";

    ShardExport(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** @return the number of records */
    long write(String shard, ConversationHour hour, Path file) throws IOException {
        long records = 0;
        try (OutputStream bytes = Files.newOutputStream(file);
                OutputStream compressed = new GZIPOutputStream(bytes);
                JsonGenerator json = ItemJson.lines(compressed)) {
            // A page ends at 1 MB, wherever that is; the paginator continues until there is no next page.
            for (Map<String, AttributeValue> item :
                    dynamoDb.queryPaginator(query(shard, hour)).items()) {
                ItemJson.write(item, json);
                json.writeRaw('\n');
                records++;
            }
        } catch (DynamoDbException e) {
            if (String.valueOf(e.getMessage()).contains("specified index")) {
                throw new CaptureException(NO_INDEX.formatted(hour, table, ConversationTable.DATE_INDEX), e);
            }
            throw e;
        }
        return records;
    }

    private QueryRequest query(String shard, ConversationHour hour) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(ConversationTable.DATE_INDEX)
                .keyConditionExpression(OF_THE_HOUR)
                .expressionAttributeNames(
                        Map.of("#shard", ConversationTable.DATE_SHARD, "#time", ConversationTable.TIMESTAMP))
                .expressionAttributeValues(Map.of(
                        ":shard", AttributeValue.fromS(shard), ":hour", AttributeValue.fromS(hour.timestampPrefix())))
                .build();
    }
}

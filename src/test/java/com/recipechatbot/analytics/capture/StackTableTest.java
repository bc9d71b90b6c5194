package com.recipechatbot.analytics.capture;

import static com.recipechatbot.analytics.deploy.StackTemplate.list;
import static com.recipechatbot.analytics.deploy.StackTemplate.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.deploy.StackTemplate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** The stack's table is the same as the one that {@code create-table} creates. */
class StackTableTest {

    private final CreateTableRequest ours = ConversationTable.creationWithIndex("conversations");

    @Test
    void theStackCreatesTheSameTable() throws Exception {
        Map<String, Object> stack = map(
                StackTemplate.read(Path.of("emr/stack.yaml")).resource("Table").get("Properties"));

        assertThat(stack.get("BillingMode")).isEqualTo(ours.billingModeAsString());
        assertThat(stack.get("KeySchema")).isEqualTo(keys(ours.keySchema()));
        // With the date index, which is off by default.
        assertThat(list(stack.get("AttributeDefinitions")).stream().map(StackTemplate::chosen))
                .containsExactlyInAnyOrderElementsOf(ours.attributeDefinitions().stream()
                        .map(attribute -> (Object) Map.of(
                                "AttributeName", attribute.attributeName(),
                                "AttributeType", attribute.attributeTypeAsString()))
                        .toList());
        GlobalSecondaryIndex index = ours.globalSecondaryIndexes().get(0);
        assertThat(StackTemplate.chosen(stack.get("GlobalSecondaryIndexes")))
                .isEqualTo(List.of(Map.of(
                        "IndexName",
                        index.indexName(),
                        "KeySchema",
                        keys(index.keySchema()),
                        "Projection",
                        Map.of("ProjectionType", index.projection().projectionTypeAsString()))));
        assertThat(map(stack.get("StreamSpecification")).get("StreamViewType"))
                .isEqualTo(ours.streamSpecification().streamViewTypeAsString());
        assertThat(map(stack.get("TimeToLiveSpecification")))
                .containsEntry("AttributeName", ConversationTable.TTL)
                .containsEntry("Enabled", "true");
        assertThat(map(stack.get("PointInTimeRecoverySpecification")))
                .containsEntry("PointInTimeRecoveryEnabled", "true");
    }

    /** Off by default, in both. */
    @Test
    void withoutTheDateIndexNothingOfItIsLeft() throws Exception {
        Map<String, Object> stack = map(
                StackTemplate.read(Path.of("emr/stack.yaml")).resource("Table").get("Properties"));
        Map<String, String> none = Map.of("Ref", "AWS::NoValue");
        assertThat(StackTemplate.otherwise(stack.get("GlobalSecondaryIndexes"))).isEqualTo(none);
        assertThat(list(stack.get("AttributeDefinitions")).stream().map(StackTemplate::otherwise))
                .hasSize(3)
                .containsOnlyOnce(none);

        CreateTableRequest without = ConversationTable.creation("conversations");
        assertThat(without.hasGlobalSecondaryIndexes()).isFalse();
        assertThat(without.attributeDefinitions())
                .extracting(AttributeDefinition::attributeName)
                .containsExactlyElementsOf(without.keySchema().stream()
                        .map(KeySchemaElement::attributeName)
                        .toList());
    }

    private static List<Map<String, String>> keys(List<KeySchemaElement> keys) {
        return keys.stream()
                .map(key -> Map.of("AttributeName", key.attributeName(), "KeyType", key.keyTypeAsString()))
                .toList();
    }
}

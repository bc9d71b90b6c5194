package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ConversationItemTest {

    private static final Instant AT = Instant.parse("2025-01-15T10:00:00.000001Z");

    @Test
    void anItemHasTheOriginalsAttributesAndThoseThatItLacked() {
        assertThat(item("assistant", "Here is a recipe for potato soup.", Map.of("rating", 4)))
                .isEqualTo(Map.of(
                        "conversation_id", text("c-1"),
                        "timestamp", text("2025-01-15T10:00:00.000001"),
                        "user_id", text("u-1"),
                        "role", text("assistant"),
                        "message", text("Here is a recipe for potato soup."),
                        "metadata", AttributeValue.fromM(Map.of("rating", AttributeValue.fromN("4"))),
                        "has_recipe", AttributeValue.fromBool(true),
                        "recipe_name", text("potato soup"),
                        "date_shard", text("2025-01-15#" + Math.floorMod("c-1".hashCode(), 10)),
                        // 2025-04-15T10:00:00Z, 90 days later
                        "ttl", AttributeValue.fromN("1744711200")));
    }

    @Test
    void aTimestampHasSixDigitsEvenWhenTheyAreZerosSoThatTextsSortAsTimes() {
        TrackedMessage whole = new TrackedMessage(
                Instant.parse("2025-01-15T10:00:00Z"), "c-1", null, "user", "Hi", MetadataValues.of(Map.of()));

        assertThat(ConversationItem.of(whole).attributes().get("timestamp"))
                .isEqualTo(text("2025-01-15T10:00:00.000000"));
    }

    @Test
    void aMessageIsRedactedBeforeItIsCut() {
        // The address begins at character 490: if the text were cut first, half of it would remain and not look like an
        // address.
        String before = "x".repeat(489) + " ";

        assertThat(item("user", before + "jane.roe@example.com", Map.of()).get("message"))
                .isEqualTo(text(before + "[EMAIL]"));
        assertThat(item("user", "x".repeat(494) + " jane.roe@example.com", Map.of())
                        .get("message"))
                .isEqualTo(text("x".repeat(494) + " [EMAI"));
    }

    @Test
    void aMessageIsCutAt500CharactersAndNotInTheMiddleOfOne() {
        assertThat(item("user", "🍝".repeat(501), Map.of()).get("message")).isEqualTo(text("🍝".repeat(500)));
        assertThat(item("user", "🍝".repeat(500), Map.of()).get("message")).isEqualTo(text("🍝".repeat(500)));
    }

    @Test
    void aDishAfterTheCutIsStillFound() {
        assertThat(item("assistant", "Stir well. ".repeat(60) + "That was the recipe for potato soup.", Map.of()))
                .containsEntry("recipe_name", text("potato soup"));
    }

    @Test
    void dishesAreFoundInRedactedText() {
        Map<String, AttributeValue> item =
                item("assistant", "Here is the recipe for jane.roe@example.com: potato soup.", Map.of());

        assertThat(item.toString()).doesNotContain("jane").doesNotContain("example");
    }

    @Test
    void onlyTheAssistantHasRecipes() {
        assertThat(item("user", "How do I make potato soup?", Map.of()))
                .doesNotContainKeys("has_recipe", "recipe_name");
        assertThat(item("assistant", "You are welcome.", Map.of())).doesNotContainKeys("has_recipe", "recipe_name");
    }

    /** What daily_models reads: names of models look like nothing personal, and numbers stay numbers. */
    @Test
    void whatMetadataSaysOfAModelIsKeptAsItIs() {
        for (String model : List.of(
                "gpt-4o-2024-08-06",
                "us.anthropic.claude-3-5-sonnet-20240620-v1:0",
                "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-3-haiku-20240307-v1:0")) {
            Map<String, ?> metadata =
                    Map.of("gen_ai.response.model", model, "usage", Map.of("input_tokens", 940), "cost_usd", 0.5);

            assertThat(item("assistant", "Hi", metadata).get("metadata"))
                    .isEqualTo(AttributeValue.fromM(Map.of(
                            "gen_ai.response.model", AttributeValue.fromS(model),
                            "usage", AttributeValue.fromM(Map.of("input_tokens", AttributeValue.fromN("940"))),
                            "cost_usd", AttributeValue.fromN("0.5"))));
        }
    }

    @Test
    void metadataIsRedactedAtEveryLevel() {
        Map<String, ?> metadata = Map.of(
                "analytics_opt_out",
                true,
                "tool_calls",
                List.of(Map.of("name", "web_search", "query", "mail jane.roe@example.com")));

        assertThat(item("assistant", "Hi", metadata).get("metadata"))
                .isEqualTo(AttributeValue.fromM(Map.of(
                        "analytics_opt_out",
                        AttributeValue.fromBool(true),
                        "tool_calls",
                        AttributeValue.fromL(List.of(AttributeValue.fromM(
                                Map.of("name", text("web_search"), "query", text("mail [EMAIL]"))))))));
    }

    @Test
    void unknownValuesAreAbsent() {
        TrackedMessage silent = new TrackedMessage(AT, "c-1", null, "assistant", null, MetadataValues.of(Map.of()));

        assertThat(ConversationItem.of(silent).attributes())
                .containsOnlyKeys("conversation_id", "timestamp", "role", "metadata", "date_shard", "ttl");
    }

    @Test
    void aMicrosecondLaterMayBeAnotherDay() {
        TrackedMessage last = new TrackedMessage(
                Instant.parse("2025-01-15T23:59:59.999999Z"), "c-1", "u", "user", "Hi", MetadataValues.of(Map.of()));

        Map<String, AttributeValue> later = ConversationItem.of(last).later().attributes();

        assertThat(later.get("timestamp")).isEqualTo(text("2025-01-16T00:00:00.000000"));
        assertThat(later.get("date_shard").s()).startsWith("2025-01-16#");
    }

    private static Map<String, AttributeValue> item(String role, String message, Map<String, ?> metadata) {
        return ConversationItem.of(new TrackedMessage(AT, "c-1", "u-1", role, message, MetadataValues.of(metadata)))
                .attributes();
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }
}

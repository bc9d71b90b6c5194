package com.recipechatbot.analytics.capture;

import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A message as it is stored in the table. Its text is redacted first, then searched for a dish, and truncated last. */
final class ConversationItem {

    /**
     * The length to which a message is truncated, in characters. Values are redacted before, so none is cut in half.
     */
    static final int LONGEST_MESSAGE = 500;

    /**
     * The original's format: UTC without an offset, and always the same number of digits, so that texts sort like
     * times.
     */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String ASSISTANT = "assistant";

    private final String conversationId;
    private final Instant at;
    private final Map<String, AttributeValue> content;

    private ConversationItem(String conversationId, Instant at, Map<String, AttributeValue> content) {
        this.conversationId = conversationId;
        this.at = at;
        this.content = content;
    }

    static ConversationItem of(TrackedMessage message) {
        Map<String, AttributeValue> content = new LinkedHashMap<>();
        if (message.userId() != null) {
            content.put(ConversationTable.USER_ID, AttributeValue.fromS(message.userId()));
        }
        content.put(ConversationTable.ROLE, AttributeValue.fromS(message.role()));
        if (message.message() != null) {
            String redacted = MetadataValues.redacted(message.message());
            content.put(ConversationTable.MESSAGE, AttributeValue.fromS(cut(redacted)));
            putRecipe(message.role(), redacted, content);
        }
        content.put(ConversationTable.METADATA, MetadataValues.redacted(message.metadata()));
        return new ConversationItem(message.conversationId(), message.at(), content);
    }

    /** The same message a microsecond later, for when its key is taken. */
    ConversationItem later() {
        return new ConversationItem(conversationId, at.plus(1, ChronoUnit.MICROS), content);
    }

    Map<String, AttributeValue> attributes() {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put(ConversationTable.CONVERSATION_ID, AttributeValue.fromS(conversationId));
        attributes.put(ConversationTable.TIMESTAMP, AttributeValue.fromS(TIME.format(at)));
        attributes.putAll(content);
        attributes.put(
                ConversationTable.DATE_SHARD, AttributeValue.fromS(ConversationTable.shardOf(day, conversationId)));
        attributes.put(
                ConversationTable.TTL,
                AttributeValue.fromN(
                        Long.toString(at.plus(ConversationTable.KEPT).getEpochSecond())));
        return attributes;
    }

    /** Whether a stored item is the same message: then an earlier attempt wrote it, and only the answer was lost. */
    boolean isStoredAs(Map<String, AttributeValue> stored) {
        return List.of(ConversationTable.USER_ID, ConversationTable.ROLE, ConversationTable.MESSAGE).stream()
                .allMatch(name -> Objects.equals(stored.get(name), content.get(name)));
    }

    /** As in the original, only for the assistant's messages, and absent if they name no dish. */
    private static void putRecipe(String role, String redacted, Map<String, AttributeValue> content) {
        if (role.equals(ASSISTANT)) {
            List<RecipeMention> dishes = RecipeExtractor.standard().mentions(Speaker.ASSISTANT, redacted);
            if (!dishes.isEmpty()) {
                content.put(ConversationTable.HAS_RECIPE, AttributeValue.fromBool(true));
                content.put(
                        ConversationTable.RECIPE_NAME,
                        AttributeValue.fromS(dishes.get(0).name()));
            }
        }
    }

    /** Counts characters as the original does, so that no emoji is cut in half. */
    private static String cut(String text) {
        boolean isShort = text.codePointCount(0, text.length()) <= LONGEST_MESSAGE;
        return isShort ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_MESSAGE));
    }
}

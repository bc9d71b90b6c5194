package com.recipechatbot.analytics.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A message that is an array of parts, as the interfaces of language models have it: {@code [{"type": "text", "text":
 * "Hi"}, {"type": "image_url", ...}]}. Only its texts are read, each on a line of its own.
 */
final class TextParts {

    private static final ObjectMapper JSON = new ObjectMapper(MessageParser.JSON);
    /** In lower case; some writers print the constants of an enumeration. */
    private static final Set<String> TYPES = Set.of("", "text", "input_text", "output_text");

    private TextParts() {}

    /** Whether there is an array of objects. */
    static boolean areAt(byte[] json, int at) throws IOException {
        if (json[at] != '[') {
            return false;
        }
        for (JsonNode part : read(json, at)) {
            if (!part.isObject()) {
                return false;
            }
        }
        return true;
    }

    /** Their texts in UTF-8; null when none of them is a text. */
    static byte[] text(byte[] json, int at) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonNode part : read(json, at)) {
            JsonNode text = part.path("text").isObject() ? part.path("text").path("value") : part.path("text");
            if (text.isTextual() && TYPES.contains(part.path("type").asText().toLowerCase(Locale.ROOT))) {
                texts.add(PlainItem.whole(text.textValue()));
            }
        }
        return texts.isEmpty() ? null : String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode read(byte[] json, int at) throws IOException {
        try (JsonParser parser = MessageParser.JSON.createParser(json, at, json.length - at)) {
            return JSON.readTree(parser);
        }
    }
}

package com.recipechatbot.analytics.extraction.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** The rating that a user gave explicitly: {@code feedback}, {@code rating} or {@code thumbs} of the metadata. */
public final class ExplicitRating {

    private static final List<String> FIELDS =
            List.of("rating", "feedback", "thumbs", "stars", "score", "value", "thumbs_up", "thumbs_down");

    private ExplicitRating() {}

    /** @return 0 to 100: stars 1 to 5 in even steps, thumbs down 0 and up 100; null when there is no rating */
    public static Integer of(String metadataJson) {
        return in(MessageMetadata.of(metadataJson));
    }

    /** As {@link #of(String)}, for metadata that other facts are read from, too. */
    public static Integer in(MessageMetadata metadata) {
        return metadata.isEmpty() ? null : read(metadata.fields());
    }

    private static Integer read(JsonNode fields) {
        for (String field : FIELDS) {
            Integer rating = read(field, fields.path(field));
            if (rating != null) {
                return rating;
            }
        }
        return null;
    }

    private static Integer read(String field, JsonNode value) {
        if (value.isObject()) {
            return read(value);
        }
        if (value.isBoolean()) {
            boolean yes = field.startsWith("thumbs") && value.booleanValue();
            return yes ? (Integer) (field.equals("thumbs_down") ? 0 : 100) : null;
        }
        if (value.isNumber()) {
            double stars = value.doubleValue();
            return stars >= 1 && stars <= 5 ? (Integer) (int) Math.round((stars - 1) * 25) : null;
        }
        return value.isTextual() ? read(value.textValue().strip().toLowerCase(Locale.ROOT)) : null;
    }

    private static Integer read(String word) {
        return switch (word) {
            case "up", "thumbs_up", "thumbsup", "thumbs up", "positive", "like", "good", "👍", "5" -> 100;
            case "down", "thumbs_down", "thumbsdown", "thumbs down", "negative", "dislike", "bad", "👎", "1" -> 0;
            case "2" -> 25;
            case "3" -> 50;
            case "4" -> 75;
            default -> null;
        };
    }
}

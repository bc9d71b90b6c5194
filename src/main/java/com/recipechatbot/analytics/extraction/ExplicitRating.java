package com.recipechatbot.analytics.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rating that a user gave in so many words: {@code feedback}, {@code rating} or {@code thumbs} of the metadata. */
public final class ExplicitRating {

    private static final List<String> FIELDS =
            List.of("rating", "feedback", "thumbs", "stars", "score", "value", "thumbs_up", "thumbs_down");

    private ExplicitRating() {}

    /** @return 0 to 100: stars 1 to 5 in even steps, thumbs down 0 and up 100; null when there is no rating */
    public static Integer of(String metadataJson) {
        return JsonValue.parse(metadataJson) instanceof Map<?, ?> metadata ? read(metadata) : null;
    }

    private static Integer read(Map<?, ?> fields) {
        for (String field : FIELDS) {
            Integer rating = read(field, fields.get(field));
            if (rating != null) {
                return rating;
            }
        }
        return null;
    }

    private static Integer read(String field, Object value) {
        if (value instanceof Map<?, ?> nested) {
            return read(nested);
        }
        if (value instanceof Boolean yes) {
            return field.startsWith("thumbs") && yes ? (Integer) (field.equals("thumbs_down") ? 0 : 100) : null;
        }
        if (value instanceof Double stars) {
            return stars >= 1 && stars <= 5 ? (Integer) (int) Math.round((stars - 1) * 25) : null;
        }
        return value instanceof String text ? read(text.strip().toLowerCase(Locale.ROOT)) : null;
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

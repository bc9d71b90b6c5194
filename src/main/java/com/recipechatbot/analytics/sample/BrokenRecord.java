package com.recipechatbot.analytics.sample;

import java.util.Locale;
import java.util.Map;

/** The ways in which a record can be broken, each named like the reason for which it must be rejected. */
enum BrokenRecord {
    /** Cut off, as when the writer is killed. */
    NOT_JSON {
        @Override
        String line(Map<String, Object> fields) {
            String whole = SampleText.json(fields);
            int characters = whole.codePointCount(0, whole.length());
            return whole.substring(0, whole.offsetByCodePoints(0, characters * 2 / 3));
        }
    },
    NOT_AN_OBJECT {
        @Override
        String line(Map<String, Object> fields) {
            return SampleText.json(fields.get("conversation_id"));
        }
    },
    MISSING_CONVERSATION_ID {
        @Override
        String line(Map<String, Object> fields) {
            return without("conversation_id", fields);
        }
    },
    MISSING_TIMESTAMP {
        @Override
        String line(Map<String, Object> fields) {
            return without("timestamp", fields);
        }
    },
    MISSING_ROLE {
        @Override
        String line(Map<String, Object> fields) {
            return without("role", fields);
        }
    },
    BAD_TIMESTAMP {
        @Override
        String line(Map<String, Object> fields) {
            fields.put("timestamp", "2025-02-30T12:00:00");
            return SampleText.json(fields);
        }
    },
    UNKNOWN_ROLE {
        @Override
        String line(Map<String, Object> fields) {
            fields.put("role", "moderator");
            return SampleText.json(fields);
        }
    };

    /** The line that is left of a record. */
    abstract String line(Map<String, Object> fields);

    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String without(String field, Map<String, Object> fields) {
        fields.remove(field);
        return SampleText.json(fields);
    }
}

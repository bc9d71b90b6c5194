package com.recipechatbot.analytics.extraction.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Whether what was called is said to have failed: by {@code error}, {@code success}, {@code status} and the like. */
final class ReportedFailure {

    private ReportedFailure() {}

    static boolean in(JsonNode call) {
        JsonNode error = call.path("error");
        boolean noError = error.isMissingNode() || error.isNull() || isFalse(error) || "".equals(error.textValue());
        return !noError
                || isTrue(call.path("is_error"))
                || isTrue(call.path("failed"))
                || isFalse(call.path("success"))
                || isFalse(call.path("ok"))
                || isWord(call.path("status").asText());
    }

    /** Whether a status says so. */
    static boolean isWord(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "error", "failed", "failure", "timeout" -> true;
            default -> false;
        };
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }
}

package com.recipechatbot.analytics.ingest.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * What {@code manifest-summary.json} says about an export.
 *
 * @param arn identifies the export, wherever it is copied
 * @param table the ARN of its table
 * @param from where its window begins; null for a full export, which holds everything written before its end
 * @param to where its window ends, exclusive
 * @param items how many records it holds
 * @param hasOldImages whether a delete shows what was deleted
 */
record ExportSummary(String arn, String table, Instant from, Instant to, long items, boolean hasOldImages) {

    private static final String FORMAT = "DYNAMODB_JSON";
    private static final Set<String> WITHOUT_MESSAGES = Set.of("KEYS_ONLY", "OLD_IMAGE");

    /** @throws ManifestException when something is missing or cannot be used */
    static ExportSummary of(JsonNode json) throws ManifestException {
        if (!json.path("outputFormat").asText(FORMAT).equals(FORMAT)) {
            throw new ManifestException("its outputFormat is not %s, the only supported one".formatted(FORMAT));
        }
        String view = json.path("outputView").asText();
        if (WITHOUT_MESSAGES.contains(view)) {
            throw new ManifestException(
                    "its outputView is %s, which leaves out the messages that are written".formatted(view));
        }
        boolean isIncremental =
                json.path("exportType").asText().equals("INCREMENTAL_EXPORT") || json.hasNonNull("exportFromTime");
        Instant from = isIncremental ? time(json, "exportFromTime") : null;
        Instant to = time(json, isIncremental ? "exportToTime" : "exportTime");
        if (from != null && !from.isBefore(to)) {
            throw new ManifestException("its window ends before it begins");
        }
        return new ExportSummary(
                text(json, "exportArn"),
                text(json, "tableArn"),
                from,
                to,
                count(json, "itemCount"),
                !view.equals("NEW_IMAGE"));
    }

    boolean isFull() {
        return from == null;
    }

    /** The day on which its window ends, UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC);
    }

    /** Distinguishes its sources from those of other exports without revealing its name. */
    String hash() {
        return Fingerprint.ofName(arn);
    }

    static String text(JsonNode json, String field) throws ManifestException {
        String text = json.path(field).asText("");
        if (text.isBlank()) {
            throw new ManifestException("it has no " + field);
        }
        return text;
    }

    static long count(JsonNode json, String field) throws ManifestException {
        JsonNode count = json.path(field);
        if (!count.isIntegralNumber() || !count.canConvertToLong() || count.longValue() < 0) {
            throw new ManifestException("its %s is not a count".formatted(field));
        }
        return count.longValue();
    }

    private static Instant time(JsonNode json, String field) throws ManifestException {
        try {
            return Instant.parse(text(json, field));
        } catch (DateTimeException e) {
            throw new ManifestException("its %s is not a time".formatted(field));
        }
    }
}

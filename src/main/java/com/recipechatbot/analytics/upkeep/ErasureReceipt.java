package com.recipechatbot.analytics.upkeep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.ingest.ErasableExport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What an erasure did and what it left, as evidence. It names nobody: users appear in it as their tombstones.
 *
 * @param deleted rows by working table
 * @param daysFailed days that still show what was published before, because a check failed
 * @param exportsToDelete folders of whole exports, which are not edited
 * @param notTouched what was left as it is and why, in sentences
 */
public record ErasureReceipt(
        String id,
        Instant erased,
        List<String> tombstones,
        Map<String, Long> deleted,
        SortedSet<LocalDate> daysRestated,
        SortedSet<LocalDate> daysFailed,
        ErasableExport.Rewritten rewritten,
        List<String> exportsToDelete,
        List<String> notTouched) {

    /** Its path in the lake. */
    String path() {
        return "restricted/receipts/erasure-%s.json".formatted(id);
    }

    String toJson() {
        ObjectNode receipt = new ObjectMapper().createObjectNode();
        receipt.put("receipt_id", id).put("erased_at", erased.toString()).put("users", tombstones.size());
        addAll(receipt.putArray("tombstones"), tombstones);
        ObjectNode rows = receipt.putObject("rows_deleted");
        deleted.forEach(rows::put);
        addAll(
                receipt.putArray("days_restated"),
                daysRestated.stream().map(LocalDate::toString).toList());
        addAll(
                receipt.putArray("days_failed"),
                daysFailed.stream().map(LocalDate::toString).toList());
        receipt.putObject("export")
                .put("files_rewritten", rewritten.files())
                .put("records_removed", rewritten.records());
        addAll(receipt.putArray("exports_to_delete"), exportsToDelete);
        addAll(receipt.putArray("not_touched"), notTouched);
        return receipt.toPrettyString();
    }

    /** For the person who ran it. */
    public String summary(String lake) {
        StringBuilder text = new StringBuilder();
        text.append("erased %d user%s: %,d rows deleted%n"
                .formatted(
                        tombstones.size(),
                        tombstones.size() == 1 ? "" : "s",
                        deleted.values().stream().mapToLong(Long::longValue).sum()));
        deleted.forEach((table, count) -> text.append("  %-22s %,10d%n".formatted(table, count)));
        text.append(
                daysRestated.isEmpty()
                        ? "no published day had them%n".formatted()
                        : "restated %d published day%s, %s to %s%n"
                                .formatted(
                                        daysRestated.size(),
                                        daysRestated.size() == 1 ? "" : "s",
                                        daysRestated.first(),
                                        daysRestated.last()));
        if (!daysFailed.isEmpty()) {
            text.append(
                    "not restated, because a check failed: %s. They still show what was published before; see the findings of this run in pipeline_runs, and run erase again once the cause is fixed.%n"
                            .formatted(
                                    daysFailed.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
        }
        if (rewritten.files() > 0) {
            text.append("rewrote %,d file%s of the export without %,d records%n"
                    .formatted(rewritten.files(), rewritten.files() == 1 ? "" : "s", rewritten.records()));
        }
        text.append("not touched:%n%s".formatted(lines(notTouched)));
        if (!exportsToDelete.isEmpty()) {
            text.append("delete these whole exports, which are never edited:%n%s".formatted(lines(exportsToDelete)));
        }
        text.append("receipt: %s/%s%n".formatted(lake, path()));
        text.append("next: delete the file of ids; every later run excludes these users%n".formatted());
        return text.toString();
    }

    private static String lines(List<String> sentences) {
        return sentences.stream().map("  %s%n"::formatted).collect(Collectors.joining());
    }

    private static void addAll(ArrayNode array, Collection<String> values) {
        values.forEach(array::add);
    }
}

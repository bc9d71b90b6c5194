package com.recipechatbot.analytics.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the files of a default sample again: the oracle, which never reads them, must agree. */
class SampleCountsTest {

    private static WrittenSample sample;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        sample = WrittenSample.into(folder);
    }

    @Test
    void the_accounting_agrees_to_the_row() {
        long read = sample.records().size();
        long loaded = sample.loaded().size();
        long rejected = sample.count(record -> record.rejected() != null);
        long excluded = sample.count(record -> record.rejected() == null && record.isExcluded());
        JsonNode run = sample.expected().get("pipeline_runs").get(0);
        assertThat(run.get("rows_read").asLong()).isEqualTo(read);
        assertThat(run.get("rows_loaded").asLong()).isEqualTo(loaded);
        assertThat(run.get("rows_rejected").asLong()).isEqualTo(rejected);
        assertThat(run.get("rows_excluded").asLong()).isEqualTo(excluded);
        assertThat(run.get("rows_duplicate").asLong()).isEqualTo(read - loaded - rejected - excluded);
    }

    @Test
    void rejected_records_agree_reason_by_reason() {
        assertThat(sample.column("rejected_records", "reason", "count"))
                .isEqualTo(sample.records().stream()
                        .filter(record -> record.rejected() != null)
                        .collect(groupingBy(ExportedRecord::rejected, counting())));
    }

    @Test
    void daily_messages_and_conversations_agree() {
        Map<String, Long> messages = zeroForEachDay();
        Map<String, Long> conversations = zeroForEachDay();
        Set<String> started = new HashSet<>();
        for (ExportedRecord message : sample.messages()) {
            messages.merge(message.day().toString(), 1L, Long::sum);
            if (started.add(message.conversation())) {
                conversations.merge(message.day().toString(), 1L, Long::sum);
            }
        }
        assertThat(sample.column("daily_metrics", "day", "messages")).isEqualTo(messages);
        assertThat(sample.column("daily_metrics", "day", "conversations")).isEqualTo(conversations);
    }

    @Test
    void daily_active_users_agree() {
        Map<String, Set<String>> users = new HashMap<>();
        for (ExportedRecord message : sample.messages()) {
            if (message.role().equals("user") && message.hasKnownUser()) {
                users.computeIfAbsent(message.day().toString(), day -> new HashSet<>())
                        .add(message.user());
            }
        }
        Map<String, Long> activeUsers = zeroForEachDay();
        users.forEach((day, ids) -> activeUsers.put(day, (long) ids.size()));
        assertThat(sample.column("daily_metrics", "day", "active_users")).isEqualTo(activeUsers);
    }

    @Test
    void daily_mentions_agree_with_the_dishes_named_in_the_texts() {
        List<String> names = Dishes.standard().menu().stream()
                .flatMap(dish -> Stream.of(dish.title(), dish.variant()))
                .filter(name -> !name.isEmpty())
                .toList();
        Map<String, String> startDays = new HashMap<>();
        Map<String, Long> mentions = zeroForEachDay();
        for (ExportedRecord message : sample.messages()) {
            String start = startDays.computeIfAbsent(
                    message.conversation(), id -> message.day().toString());
            if (names.stream().anyMatch(message.text()::contains)) {
                mentions.merge(start, 1L, Long::sum);
            }
        }
        assertThat(sample.column("daily_metrics", "day", "recipe_mentions")).isEqualTo(mentions);
    }

    @Test
    void planted_personal_data_agrees_with_the_values_in_the_texts() {
        Map<String, Long> planted = sample.column("personal_data", "type", "count");
        assertThat(planted)
                .containsEntry("EMAIL", messagesWith("jane.roe") + messagesWith("j.doe"))
                .containsEntry("URL", messagesWith("https://"))
                .containsEntry("PHONE", messagesWith("555-01"))
                .containsEntry("IP", messagesWith("192.0.2.") + messagesWith("198.51.100."))
                .containsEntry("SSN", messagesWith("219-09-9999"));
    }

    private static long messagesWith(String text) {
        return sample.messages().stream()
                .filter(message -> message.text().contains(text))
                .count();
    }

    private static Map<String, Long> zeroForEachDay() {
        Map<String, Long> zeros = new TreeMap<>();
        WrittenSample.OPTIONS.range().days().forEach(day -> zeros.put(day.toString(), 0L));
        return zeros;
    }
}

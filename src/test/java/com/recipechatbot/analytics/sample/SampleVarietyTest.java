package com.recipechatbot.analytics.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pipeline meets in a default sample: each kind of thing more than a few times. */
class SampleVarietyTest {

    private static final int FEW = 4;

    private static WrittenSample sample;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        sample = WrittenSample.into(folder);
    }

    @Test
    void records_arrive_late_unordered_and_twice() {
        Map<ExportedRecord.Identity, ExportedRecord> firsts = new HashMap<>();
        List<ExportedRecord> copiesInTheSameFolder = new ArrayList<>();
        List<ExportedRecord> copiesInALaterFolder = new ArrayList<>();
        List<ExportedRecord> late = new ArrayList<>();
        List<ExportedRecord> unordered = new ArrayList<>();
        Instant newest = Instant.MIN;
        for (ExportedRecord record : usable()) {
            ExportedRecord first = firsts.putIfAbsent(record.identity(), record);
            if (first != null) {
                assertThat(record.line()).isEqualTo(first.line());
                (first.folder().equals(record.folder()) ? copiesInTheSameFolder : copiesInALaterFolder).add(record);
            } else if (record.folder().isAfter(record.day())) {
                late.add(record);
            } else if (record.sentAt().isBefore(newest)) {
                unordered.add(record);
            } else {
                newest = record.sentAt();
            }
        }
        assertThat(List.of(copiesInTheSameFolder, copiesInALaterFolder, late, unordered))
                .allSatisfy(kind -> assertThat(kind).hasSizeGreaterThan(FEW));
    }

    @Test
    void no_record_arrives_before_it_was_sent_or_more_than_two_days_later() {
        assertThat(usable())
                .allSatisfy(record -> assertThat(record.folder())
                        .isBetween(record.day(), record.day().plusDays(2)));
    }

    @Test
    void records_are_broken_in_every_way() {
        Map<String, Long> broken = sample.column("rejected_records", "reason", "count");
        assertThat(broken.keySet())
                .containsExactly(
                        "bad_timestamp",
                        "missing_conversation_id",
                        "missing_role",
                        "missing_timestamp",
                        "not_an_object",
                        "not_json",
                        "unknown_role");
        assertThat(broken.values()).allMatch(count -> count > FEW);
    }

    @Test
    void personal_data_of_every_type_is_said() {
        Map<String, Long> planted = sample.column("personal_data", "type", "count");
        assertThat(planted.keySet())
                .containsExactly("ADDRESS", "CARD", "EMAIL", "IBAN", "IP", "PERSON", "PHONE", "SSN", "URL");
        assertThat(planted.values()).allMatch(count -> count > FEW);
    }

    @Test
    void timestamps_come_in_every_form() {
        for (String form : List.of(
                "\"timestamp\":\"[^Z+]{26}\"",
                "\"timestamp\":\"[^Z+]{26}Z\"",
                "\"timestamp\":\"[^Z+]{26}\\+02:00\"",
                "\"timestamp\":\"[^Z+]{19}\"",
                "\"timestamp\":\\d{13},")) {
            assertThat(sample.loaded())
                    .filteredOn(record -> record.line().matches(".*" + form + ".*"))
                    .as(form)
                    .hasSizeGreaterThan(FEW);
        }
    }

    @Test
    void users_are_many_and_unequal_and_some_are_unknown_or_opted_out() {
        Map<String, Set<String>> conversations = sample.messages().stream()
                .filter(ExportedRecord::hasKnownUser)
                .collect(groupingBy(ExportedRecord::user, mapping(ExportedRecord::conversation, toSet())));
        assertThat(conversations).hasSizeGreaterThanOrEqualTo(400);
        assertThat(conversations.values()).anyMatch(ids -> ids.size() >= 15);
        assertThat(conversations.values()).filteredOn(ids -> ids.size() == 1).hasSizeGreaterThan(100);
        assertThat(sample.loaded()).filteredOn(record -> record.user() == null).hasSizeGreaterThan(FEW);
        assertThat(sample.loaded())
                .filteredOn(record -> record.user() != null && record.user().isBlank())
                .hasSizeGreaterThan(FEW);
        assertThat(usable()).filteredOn(ExportedRecord::isExcluded).hasSizeGreaterThan(FEW);
    }

    @Test
    void users_come_stay_leave_and_come_back() {
        for (String kind : List.of("new_users", "returning_users", "resurrected_users", "dormant_users")) {
            assertThat(sample.column("weekly_metrics", "week_start", kind).get("2025-01-27"))
                    .as(kind)
                    .isGreaterThan(FEW);
        }
    }

    @Test
    void recipes_have_a_long_tail() {
        Map<String, Long> conversations = new TreeMap<>();
        sample.expected()
                .get("daily_recipes")
                .forEach(row -> conversations.merge(
                        row.get("recipe_name").asText(),
                        row.get("conversations").asLong(),
                        Long::sum));
        List<Long> mostFirst = conversations.values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(mostFirst).hasSizeGreaterThanOrEqualTo(60);
        assertThat(mostFirst.get(0)).isGreaterThan(50);
        assertThat(mostFirst).filteredOn(count -> count <= 5).hasSizeGreaterThan(20);
    }

    @Test
    void conversations_have_one_to_about_sixteen_messages_and_some_pass_midnight() {
        Map<String, List<ExportedRecord>> conversations =
                sample.messages().stream().collect(groupingBy(ExportedRecord::conversation));
        assertThat(conversations.values())
                .filteredOn(messages ->
                        messages.stream().map(ExportedRecord::day).distinct().count() == 2)
                .hasSizeGreaterThan(FEW);
        assertThat(conversations.values())
                .filteredOn(messages -> messages.size() == 1)
                .hasSizeGreaterThan(FEW);
        assertThat(conversations.values())
                .filteredOn(messages -> messages.size() >= 15)
                .hasSizeGreaterThan(FEW);
        assertThat(conversations.values()).allMatch(messages -> messages.size() <= 22);
    }

    @Test
    void messages_are_cut_at_500_characters() {
        assertThat(sample.loaded()).allMatch(record -> record.characters() <= 500);
        assertThat(sample.loaded())
                .filteredOn(record -> record.characters() == 500)
                .hasSizeGreaterThan(FEW);
    }

    @Test
    void tools_are_called_and_fail_and_answers_are_rated_and_tell_their_models() {
        for (String sign : List.of(
                "\"role\":\"tool\"",
                "\"role\":\"system\"",
                "\"tools\":[",
                "\"tool_calls\":[",
                "\"status\":\"error\"",
                "\"gen_ai.response.model\":",
                "\"model\":\"openai/",
                "\"modelId\":",
                "\"cost_usd\":",
                "\"rating\":",
                "\"feedback\":")) {
            assertThat(sample.loaded())
                    .filteredOn(record -> record.line().contains(sign))
                    .as(sign)
                    .hasSizeGreaterThan(FEW);
        }
    }

    private static List<ExportedRecord> usable() {
        return sample.records().stream()
                .filter(record -> record.rejected() == null)
                .toList();
    }
}

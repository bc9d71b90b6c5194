package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does with a quarantine key, and with the key of a month that is gone. */
class KeysOfARunTest {

    private static final String BROKEN = "{\"conversation_id\": \"c1\", \"user_id\": \"ann\",";

    @TempDir
    private Path folder;

    @BeforeEach
    void anExportWithABrokenAndALateRecord() {
        new TestExport(folder.resolve("export"))
                .day(
                        "2025-02-03",
                        message("c2", "2025-02-03T10:00:00", "bob", "user", "Hello"),
                        message("c3", "2025-01-31T23:59:59", "cid", "user", "How late am I?"),
                        // A Saturday: its week began in January.
                        message("c4", "2025-02-01T12:00:00", "dee", "user", "And I?"),
                        message("c5", "2025-01-31T12:00:00", null, "user", "I have no name."),
                        BROKEN);
    }

    @Test
    void aRejectedRecordIsKeptEncryptedUnderAQuarantineKey() {
        Path keys = folder.resolve("with-quarantine");
        KeyRing.createWithQuarantine(keys);
        assertThat(run(keys, "2025-02-03").exitCode()).isZero();

        byte[] sealed = Base64.getDecoder().decode((String) rejected().get("sealed_record"));
        String recordKey = (String) rejected().get("record_key");
        assertThat(new Pseudonyms(KeyRing.read(keys)).quarantine().open(sealed, recordKey))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(BROKEN);
    }

    @Test
    void daysOfAShreddedMonthAreRefusedBeforeAnythingIsWritten() {
        Ended ended = run(shredded(), "2025-01-31");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .endsWith("Cannot pseudonymize users for 2025-01: its key was shredded, or the month is outside"
                        + " 2020-01 to 2039-12. Exclude its days, and those of a week that begins in it,"
                        + " from the run.\n");
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    @Test
    void lateRecordsOfAShreddedMonthAreLeftOutAndCounted() {
        Ended ended = run(shredded(), "2025-02-03");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("5 records read = 2 loaded + 0 duplicate + 1 rejected + 2 excluded");
        assertThat(rows(MetricTable.PIPELINE_RUNS))
                .singleElement()
                .satisfies(run -> assertThat(run)
                        .containsEntry("exclusions", List.of(Map.of("reason", "key_shredded", "count", 2L))));
        // These keys have none for the quarantine.
        assertThat(rejected()).containsEntry("sealed_record", null).containsEntry("reason", "not_json");
    }

    /** The conversation goes on after midnight, so its first day is merged again, without the key of its month. */
    @Test
    void aDayOfAShreddedMonthThatAConversationContinuesKeepsTheUsersOfItsDishes() {
        TestExport export = new TestExport(folder.resolve("export"))
                // A Sunday: the next week and month begin together.
                .day("2025-08-31", message("c6", "2025-08-31T23:59:00", "ann", "user", "How do I make potato soup?"));
        assertThat(run(Commands.keys(folder), "2025-08-31").exitCode()).isZero();
        List<Map<String, Object>> before = rows(MetricTable.USER_WEEK_ITEMS);
        KeyRing.shred(Commands.keys(folder).toString(), YearMonth.of(2025, 8));
        export.day("2025-09-01", message("c6", "2025-09-01T00:01:00", null, "assistant", "How about apple pie?"));

        Ended ended = run(Commands.keys(folder), "2025-09-01");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(before).extracting(row -> row.get("recipe_key")).containsExactly("potato soup");
        assertThat(rows(MetricTable.USER_WEEK_ITEMS))
                .extracting(row -> row.get("day") + " " + row.get("recipe_key"))
                .containsExactlyInAnyOrder("2025-08-31 apple pie", "2025-08-31 potato soup");
        // One user, but no longer the one of the week.
        assertThat(rows(MetricTable.USER_WEEK_ITEMS))
                .extracting(row -> row.get("user_week_key"))
                .containsOnly(rows(MetricTable.USER_WEEK_ITEMS).get(0).get("user_week_key"))
                .doesNotContain(before.get(0).get("user_week_key"));
    }

    private Path shredded() {
        Path keys = Commands.keys(folder);
        KeyRing.shred(keys.toString(), YearMonth.of(2025, 1));
        return keys;
    }

    private Ended run(Path keys, String day) {
        return Commands.dailyMetrics(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + keys,
                "--day=" + day);
    }

    private Map<String, Object> rejected() {
        return rows(MetricTable.REJECTED_RECORDS).get(0);
    }

    private List<Map<String, Object>> rows(MetricTable table) {
        return TestLake.at(folder.resolve("lake")).rows(table);
    }
}

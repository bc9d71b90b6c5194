package com.recipechatbot.analytics.run.fold;

import static com.recipechatbot.analytics.TestExport.message;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.metrics.Query;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.Inputs;
import com.recipechatbot.analytics.tables.DayRange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of the fold is what the SQL functions find, and its rows cannot be joined by their places. */
class FoldTest {

    private static final int CONVERSATIONS = 60;

    @TempDir
    private Path folder;

    private Dataset<Row> records;
    private Dataset<Row> settled;
    private FoldRules rules;

    @BeforeEach
    void fold() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            String hour = "2025-01-06T%02d:".formatted(i % 24);
            lines.add(message(
                    "c" + i, hour + "00:00", "user " + i, "user", "How do I make potato soup for ann@example.org?"));
            lines.add(message(
                    "c" + i, hour + "01:00", "user " + i, "assistant", "Here is a recipe for **Potato Soup**. Enjoy!"));
            lines.add(message("c" + i, hour + "02:00", null, "user", "Thanks, I made it and it was great " + i));
        }
        fold(lines);
    }

    private void fold(List<String> lines) {
        new TestExport(folder.resolve("export")).day("2025-01-06", lines.toArray(String[]::new));
        ConversationExport export = ConversationExport.open(
                new Configuration(), folder.resolve("export").toString(), DayRange.of(LocalDate.parse("2025-01-06")));
        rules = new FoldRules(
                export.reads().stream().map(Source::sourceId).toList(),
                false,
                Map.of(),
                ZoneOffset.UTC,
                new Pseudonyms(KeyRing.read(Commands.keys(folder))),
                Exclusions.NONE,
                null,
                List.of(),
                "1",
                false);
        records = export.records(TestSpark.session(), FieldMapping.NONE);
        settled = Fold.settle(Fold.merge(Fold.records(records, rules)), ZoneOffset.UTC)
                .localCheckpoint();
    }

    @Test
    void aMessageHasTheFactsThatTheSqlFunctionFinds() {
        Dataset<Row> messages = new Inputs(TestSpark.session())
                .with("conversation_parts", Fold.parts(settled, rules))
                .query(Query.view("messages").orElseThrow());

        String columns = "sent_at, role, recipes, tools, features, evidence, redactions, message_truncated, rating";
        List<Row> folded = messages.selectExpr(columns.split(", ")).collectAsList();
        List<Row> found = records.selectExpr("sent_at", "role", "message_facts(role, message, metadata, null) AS facts")
                .selectExpr(
                        "sent_at",
                        "role",
                        "facts.recipes",
                        "facts.tools",
                        "facts.features",
                        "facts.evidence",
                        "facts.redactions",
                        "facts.message_truncated",
                        "facts.turn.rating")
                .collectAsList();

        assertThat(folded).hasSize(3 * CONVERSATIONS).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void aConversationEndsAsTheSqlFunctionSays() {
        List<Row> folded = Fold.conversations(settled, ZoneOffset.UTC)
                .selectExpr("conversation_key", "outcome", "completed", "satisfaction", "has_problem", "evidence")
                .collectAsList();
        List<Row> found = Fold.parts(settled, rules)
                .selectExpr(
                        "conversation_key",
                        "conversation_facts(transform(filter(turns, turn -> turn.role IN ('user', 'assistant')), turn -> "
                                + "named_struct('sent_at', turn.sent_at, 'from_assistant', turn.role = 'assistant', "
                                + "'evidence', turn.evidence, 'signature', turn.signature, 'rating', turn.rating))) AS facts")
                .selectExpr("conversation_key", "facts.*")
                .collectAsList();

        assertThat(folded).hasSize(CONVERSATIONS).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void mergedFromKnownPartsAConversationIsTheSame() {
        Dataset<Row> parts = Fold.knownParts(Fold.parts(settled, rules), rules.pseudonyms());

        assertThat(Fold.mergedConversations(parts, ZoneOffset.UTC).collectAsList())
                .hasSize(CONVERSATIONS)
                .containsExactlyInAnyOrderElementsOf(
                        Fold.conversations(settled, ZoneOffset.UTC).collectAsList());
    }

    /** An attacker who reads the table, has this software and a dictionary that holds every sentence, but not the keys. */
    @Test
    void withoutTheKeysNoSentenceIsFoundByItsSignature() {
        List<String> dictionary = new ArrayList<>();
        for (String first :
                List.of("chicken", "lentils", "salmon", "spinach", "pumpkin", "oysters", "beetroot", "tofu")) {
            for (String second :
                    List.of("ginger", "cumin", "honey", "basil", "saffron", "walnuts", "mustard", "lemon")) {
                for (String third : List.of("pregnant sister", "diabetic father", "kosher wedding", "hospital lunch")) {
                    dictionary.add("Something with %s and %s for a %s please".formatted(first, second, third));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < dictionary.size(); i++) {
            String minute = "2025-01-06T%02d:%02d:".formatted(i / 60, i % 60);
            lines.add(message("c" + i, minute + "00", "u" + i, "user", dictionary.get(i)));
            lines.add(message("c" + i, minute + "30", "u" + i, "user", dictionary.get(i)));
        }
        fold(lines);
        Map<Long, List<String>> sentences = dictionary.stream()
                .collect(groupingBy(
                        text -> MessageEvidence.of(Speaker.USER, text).signature()));
        Map<Integer, List<String>> byBits = dictionary.stream()
                .collect(groupingBy(text ->
                        Long.bitCount(MessageEvidence.of(Speaker.USER, text).signature())));
        List<Long> stored = Fold.parts(settled, rules)
                .selectExpr("inline(turns)")
                .select("signature")
                .as(Encoders.LONG())
                .collectAsList();

        // Unkeyed, a signature often names its sentence.
        assertThat(sentences.values().stream()
                        .filter(found -> found.size() == 1)
                        .count())
                .isGreaterThan(dictionary.size() / 3);
        // Two sets of bits may be equal by chance.
        assertThat(stored).hasSize(2 * dictionary.size()).doesNotContain(0L);
        assertThat(stored.stream().distinct().filter(sentences::containsKey)).hasSizeLessThanOrEqualTo(2);
        // The number of bits stays, and leaves many candidates.
        assertThat(byBits.values()).allMatch(candidates -> candidates.size() >= 5);
        // Said twice in a conversation, a sentence has one signature; in two conversations it has two.
        assertThat(stored.stream().distinct()).hasSizeBetween(dictionary.size() - 2, dictionary.size());
        assertThat(Fold.conversations(settled, ZoneOffset.UTC)
                        .where("has_problem")
                        .count())
                .isEqualTo(dictionary.size());
    }

    /** Every user has one conversation of another number of words, so places that agree would link the pseudonyms. */
    @Test
    void rowsOfOtherScopesDoNotStandInTheSameOrder() {
        List<String> byConversation = keys(Fold.parts(settled, rules), "user_day_keys[0]");
        List<String> byActivity = keys(Fold.activity(settled, rules).where("feature IS NULL"), "activity_key");

        // Sorted by their own keys, whose order says nothing about the others.
        assertThat(keys(Fold.activity(settled, rules), "coalesce(feature_key, activity_key)"))
                .isSorted();
        assertThat(samePlaces(byConversation, byActivity)).isLessThan(CONVERSATIONS / 6);
    }

    /** How many users have the same place in both, by the pseudonyms that the keys give them. */
    private int samePlaces(List<String> one, List<String> other) {
        int same = 0;
        int day = (int) LocalDate.parse("2025-01-06").toEpochDay();
        for (int i = 0; i < CONVERSATIONS; i++) {
            String user = "user " + i;
            List<String> names = List.of(
                    rules.pseudonyms().userDay(user, day), rules.pseudonyms().activity(user));
            same += place(one, names) == place(other, names) ? 1 : 0;
        }
        return same;
    }

    private static int place(List<String> keys, List<String> names) {
        return names.stream().mapToInt(keys::indexOf).max().orElseThrow();
    }

    private static List<String> keys(Dataset<Row> rows, String column) {
        return rows.selectExpr(column).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}

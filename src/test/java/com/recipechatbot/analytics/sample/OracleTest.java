package com.recipechatbot.analytics.sample;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small enough to count by hand: the expected rows are derived in the comments, not copied from output. */
class OracleTest {

    private static final Dish SOUP = new Dish("Lentil Soup", "lentil soup", "soup", "unknown", "", "lentil soup");
    private static final Dish BREAD = new Dish("Walnut Bread", "walnut bread", "bread", "unknown", "", "");
    private static final DayRange THREE_WEEKS = new DayRange(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 1, 26));

    private static final String[] DAILY_COUNTS = {
        "day",
        "active_users",
        "conversations",
        "engaged_conversations",
        "messages",
        "conversation_messages",
        "avg_conversation_length",
        "unattributed_messages",
        "recipe_mentions",
        "recipe_pairs",
        "distinct_recipes"
    };

    private static final User ANN = new User("ann", Map.of());
    private static final User BOB = new User("bob", Map.of());
    private static final User CEM = new User("cem", Map.of());
    private static final User NOBODY = new User(null, Map.of());
    private static final User BLANK = new User("  ", Map.of());
    private static final User OPTED_OUT = new User("dan", User.OPT_OUT);

    /** Runs past midnight, and names the soup twice; the instruction before it does not count. */
    private static final Conversation PAST_MIDNIGHT = conversation(
            ANN,
            message("2025-01-06T23:58:00Z", Utterance.of(Role.SYSTEM, "Be brief.")),
            message("2025-01-06T23:59:00Z", names(Role.USER, SOUP, "Lentil Soup")),
            message("2025-01-07T00:01:00Z", names(Role.ASSISTANT, SOUP, "Lentil Soup")),
            message("2025-01-07T00:02:00Z", Utterance.of(Role.USER, "Done.")));

    private static final Conversation UNANSWERED =
            conversation(BOB, message("2025-01-06T12:00:00Z", names(Role.USER, SOUP, "lentil soup")));

    private static final Conversation WITHOUT_USER = conversation(
            NOBODY,
            message("2025-01-06T12:30:00Z", Utterance.of(Role.USER, "Good morning!")),
            message("2025-01-06T12:30:05Z", Utterance.of(Role.ASSISTANT, "Hello!")));

    private static final Conversation EXCLUDED = conversation(
            OPTED_OUT,
            message("2025-01-06T13:00:00Z", names(Role.USER, SOUP, "Lentil Soup")),
            message("2025-01-06T13:00:05Z", names(Role.ASSISTANT, SOUP, "Lentil Soup")));

    /** The tool's result does not count, whatever it names. */
    private static final Conversation WITH_TOOL = conversation(
            ANN,
            message("2025-01-14T08:00:00Z", names(Role.USER, BREAD, "Walnut Bread")),
            message("2025-01-14T08:00:10Z", Utterance.of(Role.TOOL, "Walnut Bread")),
            message("2025-01-14T08:00:20Z", names(Role.ASSISTANT, BREAD, "Walnut Bread")),
            message("2025-01-14T08:05:00Z", names(Role.USER, BREAD, "Walnut Bread")));

    private static final Conversation REVEALING = conversation(
            CEM,
            message("2025-01-14T08:30:00Z", Utterance.revealing("EMAIL", "I am jane.roe@example.com")),
            message("2025-01-14T08:30:05Z", Utterance.of(Role.ASSISTANT, "Noted.")));

    private static final Conversation COMING_BACK =
            conversation(BOB, message("2025-01-20T10:00:00Z", Utterance.of(Role.USER, "Good morning!")));

    private static final Conversation BLANK_USER =
            conversation(BLANK, message("2025-01-20T10:10:00Z", Utterance.of(Role.USER, "Good morning!")));

    @Test
    void messages_count_on_their_own_day_and_conversations_on_the_day_they_start() {
        // 01-06: one message of PAST_MIDNIGHT, 1 of UNANSWERED, 2 of WITHOUT_USER = 4; active ann and bob.
        //        Three conversations of 3 + 1 + 2 = 6 messages; UNANSWERED is not engaged.
        //        Mentions 2 + 1, in 2 conversations, of 1 recipe.
        // 01-07: the rest of PAST_MIDNIGHT; no conversation starts, so there is no average.
        // 01-14: WITH_TOOL 3 without the tool, REVEALING 2.
        // 01-20: two single messages, one of them of a blank user.
        assertThat(rows("daily_metrics", DAILY_COUNTS))
                .contains("""
                {"day":"2025-01-06","active_users":2,"conversations":3,"engaged_conversations":2,"messages":4,"conversation_messages":6,"avg_conversation_length":2.0,"unattributed_messages":2,"recipe_mentions":3,"recipe_pairs":2,"distinct_recipes":1}
                {"day":"2025-01-07","active_users":1,"conversations":0,"engaged_conversations":0,"messages":2,"conversation_messages":0,"avg_conversation_length":null,"unattributed_messages":0,"recipe_mentions":0,"recipe_pairs":0,"distinct_recipes":0}
                """)
                .contains("""
                {"day":"2025-01-14","active_users":2,"conversations":2,"engaged_conversations":2,"messages":5,"conversation_messages":5,"avg_conversation_length":2.5,"unattributed_messages":0,"recipe_mentions":3,"recipe_pairs":1,"distinct_recipes":1}
                """)
                .contains("""
                {"day":"2025-01-20","active_users":1,"conversations":2,"engaged_conversations":0,"messages":2,"conversation_messages":2,"avg_conversation_length":1.0,"unattributed_messages":1,"recipe_mentions":0,"recipe_pairs":0,"distinct_recipes":0}
                """);
    }

    @Test
    void a_day_without_records_is_a_row_of_zeros_and_nulls() {
        assertThat(rows("daily_metrics", DAILY_COUNTS).lines()).hasSize(21).contains("""
                {"day":"2025-01-08","active_users":0,"conversations":0,"engaged_conversations":0,"messages":0,"conversation_messages":0,"avg_conversation_length":null,"unattributed_messages":0,"recipe_mentions":0,"recipe_pairs":0,"distinct_recipes":0}""");
    }

    @Test
    void an_answer_of_a_model_counts_on_its_own_day_with_what_its_record_tells() {
        // 01-06: no answer, because ann's comes after midnight. 01-07: 200 and 400 ms: the median is 300, the ninth
        // tenth 380.
        // 01-20: the names of OpenAI tell neither latency nor cost; bob has made it.
        Oracle oracle = new Oracle(THREE_WEEKS);
        oracle.add(conversation(
                ANN,
                message("2025-01-06T23:59:00Z", names(Role.USER, SOUP, "Lentil Soup")),
                message("2025-01-07T00:01:00Z", answer(ModelAnswer.Form.PLAIN, 200, false)),
                message("2025-01-07T00:03:00Z", answer(ModelAnswer.Form.PLAIN, 400, true))));
        oracle.add(conversation(
                BOB,
                message("2025-01-20T10:00:00Z", answer(ModelAnswer.Form.OPENAI, 100, false)),
                message(
                        "2025-01-20T10:30:00Z",
                        Utterance.of(Role.USER, new Phrase("Made it!", Set.of(Meaning.MADE_IT))))));

        assertThat(rows(oracle, "daily_models")).isEqualTo("""
                {"day":"2025-01-07","model":"gpt-4o","responses":2,"conversations":1,"completed":0,"users":1,"input_tokens":20,"output_tokens":10,"cost_usd":0.5,"latency_p50_ms":300.0,"latency_p90_ms":380.0,"failures":1}
                {"day":"2025-01-20","model":"gpt-4o","responses":1,"conversations":1,"completed":1,"users":1,"input_tokens":10,"output_tokens":5,"cost_usd":null,"latency_p50_ms":null,"latency_p90_ms":null,"failures":0}""");
    }

    private static Utterance answer(ModelAnswer.Form form, int latency, boolean failed) {
        return Utterance.of(Role.ASSISTANT, "Here you are.")
                .writtenBy(new ModelAnswer(form, "gpt-4o", latency, 10, 5, 250_000, failed));
    }

    @Test
    void a_recipe_counts_once_a_message_and_once_a_conversation() {
        // Soup: asked by ann and by bob, answered once; two of three messages write it in capitals.
        assertThat(rows("daily_recipes")).isEqualTo("""
                {"day":"2025-01-06","recipe_key":"lentil soup","recipe_name":"Lentil Soup","conversations":2,"users":2,"mentions":3,"requested":2,"suggested":1,"course":"soup","cuisine":"unknown","completed":0,"not_completed":0,"problems":0}
                {"day":"2025-01-14","recipe_key":"walnut bread","recipe_name":"Walnut Bread","conversations":1,"users":1,"mentions":3,"requested":2,"suggested":1,"course":"bread","cuisine":"unknown","completed":0,"not_completed":0,"problems":0}""");
    }

    @Test
    void a_recipe_is_called_what_most_messages_call_it() {
        Oracle oracle = new Oracle(THREE_WEEKS);
        oracle.add(UNANSWERED);
        oracle.add(UNANSWERED);
        oracle.add(PAST_MIDNIGHT);
        assertThat(rows(oracle, "daily_recipes"))
                .as("two of each: the alphabetically first, capitals before small letters")
                .contains("\"Lentil Soup\"");

        oracle.add(UNANSWERED);
        assertThat(rows(oracle, "daily_recipes")).contains("\"lentil soup\"").doesNotContain("\"Lentil Soup\"");
    }

    @Test
    void hours_count_messages_and_the_users_who_wrote_one() {
        // 12 h: UNANSWERED and WITHOUT_USER; 23 h and 0 h: PAST_MIDNIGHT, which starts with its first counted message.
        assertThat(rows("hourly_usage")).isEqualTo("""
                {"day":"2025-01-06","hour":12,"messages":3,"user_messages":2,"conversations":2,"users":1}
                {"day":"2025-01-06","hour":23,"messages":1,"user_messages":1,"conversations":1,"users":1}
                {"day":"2025-01-07","hour":0,"messages":2,"user_messages":1,"conversations":0,"users":1}
                {"day":"2025-01-14","hour":8,"messages":5,"user_messages":3,"conversations":2,"users":2}
                {"day":"2025-01-20","hour":10,"messages":2,"user_messages":2,"conversations":2,"users":1}""");
    }

    @Test
    void weeks_tell_new_returning_resurrected_and_dormant_users_apart_from_the_second_on() {
        // Week 1: ann, bob. Week 2: ann returns, cem is new, bob is dormant. Week 3: bob is back, ann and cem are not.
        assertThat(rows(
                        "weekly_metrics",
                        "week_start",
                        "active_users",
                        "new_users",
                        "returning_users",
                        "resurrected_users",
                        "dormant_users",
                        "growth_percent",
                        "conversations"))
                .isEqualTo("""
                {"week_start":"2025-01-06","active_users":2,"new_users":null,"returning_users":null,"resurrected_users":null,"dormant_users":null,"growth_percent":null,"conversations":3}
                {"week_start":"2025-01-13","active_users":2,"new_users":1,"returning_users":1,"resurrected_users":0,"dormant_users":1,"growth_percent":0.0,"conversations":2}
                {"week_start":"2025-01-20","active_users":1,"new_users":0,"returning_users":0,"resurrected_users":1,"dormant_users":2,"growth_percent":-50.0,"conversations":2}""");
    }

    @Test
    void growth_is_unknown_against_a_week_that_is_cut_off_or_without_users() {
        Oracle cutOff = new Oracle(new DayRange(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 1, 18)));
        cutOff.add(UNANSWERED);
        cutOff.add(REVEALING);
        assertThat(rows(cutOff, "weekly_metrics").lines())
                .last()
                .asString()
                .contains("\"new_users\":1", "\"growth_percent\":null");

        Oracle withoutUsers = new Oracle(THREE_WEEKS);
        withoutUsers.add(REVEALING);
        assertThat(rows(withoutUsers, "weekly_metrics").lines())
                .element(1)
                .asString()
                .contains("\"active_users\":1", "\"growth_percent\":null");
    }

    @Test
    void every_record_read_is_loaded_repeated_rejected_or_excluded() {
        // Loaded 4 + 1 + 2 + 4 + 2 + 1 + 1, tool and system included; EXCLUDED 2; told of 2 repeated and 3 broken ones.
        assertThat(rows("pipeline_runs")).isEqualTo("""
                {"rows_read":22,"rows_loaded":15,"rows_duplicate":2,"rows_rejected":3,"rows_excluded":2}""");
        assertThat(rows("rejected_records")).isEqualTo("""
                {"reason":"missing_role","count":1}
                {"reason":"not_json","count":2}""");
        assertThat(rows("personal_data")).isEqualTo("""
                {"type":"EMAIL","count":1}""");
    }

    private static String rows(String table, String... columns) {
        Oracle oracle = new Oracle(THREE_WEEKS);
        List.of(PAST_MIDNIGHT, UNANSWERED, WITHOUT_USER, EXCLUDED, WITH_TOOL, REVEALING, COMING_BACK, BLANK_USER)
                .forEach(oracle::add);
        oracle.duplicate();
        oracle.duplicate();
        oracle.rejected(BrokenRecord.NOT_JSON);
        oracle.rejected(BrokenRecord.MISSING_ROLE);
        oracle.rejected(BrokenRecord.NOT_JSON);
        return rows(oracle, table, columns);
    }

    /** The rows with some of their columns, all when none is named. */
    private static String rows(Oracle oracle, String table, String... columns) {
        return oracle.expected().get(table).stream()
                .map(row -> {
                    Map<String, Object> shown = new LinkedHashMap<>(row.columns());
                    shown.keySet().retainAll(columns.length == 0 ? row.columns().keySet() : Set.of(columns));
                    return SampleText.json(shown);
                })
                .collect(joining("\n"));
    }

    private static Conversation conversation(User user, Message... messages) {
        return new Conversation("any", user, TimestampForm.UTC, List.of(messages));
    }

    private static Message message(String sentAt, Utterance turn) {
        return new Message(Instant.parse(sentAt), turn);
    }

    private static Utterance names(Role role, Dish dish, String spelling) {
        return Utterance.naming(role, Phrase.meaningNothing("How do I make {dish}?"), dish, spelling);
    }
}

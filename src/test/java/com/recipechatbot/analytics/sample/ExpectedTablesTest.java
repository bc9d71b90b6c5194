package com.recipechatbot.analytics.sample;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Five weeks from the middle of January, small enough to count by hand. In its second week ann asks for soup, and the
 * chatbot searches the web; bob asks for soup on the same day, and for bread on the next; a week later ann wants to
 * replace the butter in her bread, and the search fails.
 */
class ExpectedTablesTest {

    private static final DayRange SAMPLE = new DayRange(LocalDate.of(2025, 1, 13), LocalDate.of(2025, 2, 16));
    private static final Dish SOUP = new Dish("Lentil Soup", "lentil soup", "soup", "unknown", "vegan", "");
    private static final Dish BREAD = new Dish("Corn Bread", "corn bread", "bread", "southern_us", "", "");
    private static final User ANN = new User("ann", Map.of());
    private static final User BOB = new User("bob", Map.of());

    private static final List<Conversation> CONVERSATIONS = List.of(
            conversation(
                    ANN,
                    message("2025-01-20T12:00:00Z", asks(SOUP)),
                    message("2025-01-20T12:00:05Z", ToolUse.WEB_SEARCH.answer(answers(SOUP)))),
            conversation(
                    BOB,
                    message("2025-01-20T18:00:00Z", asks(SOUP)),
                    message("2025-01-20T18:00:05Z", answers(SOUP)),
                    message("2025-01-20T18:01:00Z", Utterance.of(Role.USER, "Fine."))),
            conversation(BOB, message("2025-01-21T18:00:00Z", asks(BREAD))),
            conversation(
                    ANN,
                    message("2025-01-28T12:00:00Z", asks(BREAD)),
                    message("2025-01-28T12:00:05Z", ToolUse.FAILED_WEB_SEARCH.answer(answers(BREAD))),
                    message(
                            "2025-01-28T12:01:00Z",
                            Utterance.of(Role.USER, new Phrase("No butter!", Set.of(Meaning.SUBSTITUTION))))));

    @Test
    void lengths_have_a_median_and_a_ninth_tenth_between_two_of_them() {
        // 01-20: lengths 2 and 3; the median lies half way, p90 nine tenths of the way from the first to the second.
        assertThat(row("daily_metrics", "day", "2025-01-20"))
                .containsEntry("median_conversation_length", 2.5)
                .containsEntry("p90_conversation_length", 2.9);
        assertThat(row("daily_metrics", "day", "2025-01-21")).containsEntry("p90_conversation_length", 1.0);
        assertThat(row("daily_metrics", "day", "2025-01-22")).containsEntry("p90_conversation_length", null);
    }

    @Test
    void entropy_is_that_of_the_pairs() {
        // 01-20: soup only, which leaves no doubt.
        assertThat(row("daily_metrics", "day", "2025-01-20")).containsEntry("recipe_entropy", 0.0);
        assertThat(row("daily_metrics", "day", "2025-01-22")).containsEntry("recipe_entropy", null);
    }

    @Test
    void tools_count_by_conversation_and_call_against_the_engaged_ones() {
        // 01-20: one of two conversations, both engaged, with one user. 01-28: the only one, and its call failed.
        assertThat(rows("daily_tools")).isEqualTo("""
                {"day":"2025-01-20","tool":"web_search","conversations":1,"users":1,"calls":1,"failures":0,"share":0.5}
                {"day":"2025-01-28","tool":"web_search","conversations":1,"users":1,"calls":1,"failures":1,"share":1.0}""");
    }

    @Test
    void categories_are_those_of_the_dishes_each_day() {
        assertThat(rows("daily_categories")).isEqualTo("""
                {"day":"2025-01-20","dimension":"course","category":"soup","pairs":2,"share":1.0}
                {"day":"2025-01-20","dimension":"cuisine","category":"unknown","pairs":2,"share":1.0}
                {"day":"2025-01-20","dimension":"diet","category":"vegan","pairs":2,"share":1.0}
                {"day":"2025-01-21","dimension":"course","category":"bread","pairs":1,"share":1.0}
                {"day":"2025-01-21","dimension":"cuisine","category":"southern_us","pairs":1,"share":1.0}
                {"day":"2025-01-28","dimension":"course","category":"bread","pairs":1,"share":1.0}
                {"day":"2025-01-28","dimension":"cuisine","category":"southern_us","pairs":1,"share":1.0}""");
    }

    @Test
    void the_daily_files_count_every_record_by_its_own_day() {
        Oracle oracle = new Oracle(SAMPLE);
        oracle.add(conversation(
                ANN,
                message("2025-01-20T23:59:00Z", asks(SOUP)),
                message("2025-01-20T23:59:05Z", ToolUse.WEB_SEARCH.result(SOUP)),
                message("2025-01-21T00:00:05Z", answers(SOUP))));
        oracle.add(conversation(new User(null, Map.of()), message("2025-01-20T12:00:00Z", asks(SOUP))));
        // 01-20: two conversations, of ann and of nobody; the tool's record counts, the dish in it does not.
        assertThat(oracle.expected().get("daily_files").stream()
                        .map(row -> SampleText.json(row.columns()))
                        .skip(7)
                        .limit(3))
                .containsExactly("""
                {"date":"2025-01-20","total_conversations":2,"unique_users":2,"recipes_discussed":{"Lentil Soup":2},"total_messages":3,"avg_conversation_length":1.5}
                {"date":"2025-01-21","total_conversations":1,"unique_users":1,"recipes_discussed":{"Lentil Soup":1},"total_messages":1,"avg_conversation_length":1.0}
                {"date":"2025-01-22","total_conversations":0,"unique_users":0,"recipes_discussed":{},"total_messages":0,"avg_conversation_length":0.0}""".split("\n"));
    }

    @Test
    void weekly_recipes_are_ranked_and_compared_with_the_week_before() {
        // 01-20: soup in two conversations, bread in one. 01-27: only bread, up from place 2 to 1.
        assertThat(rows("weekly_recipes")).isEqualTo("""
                {"week_start":"2025-01-20","recipe_key":"lentil soup","recipe_name":"Lentil Soup","conversations":2,"users":2,"mentions":4,"rank":1,"rank_change":null,"completed":0,"not_completed":0,"problems":0}
                {"week_start":"2025-01-20","recipe_key":"corn bread","recipe_name":"Corn Bread","conversations":1,"users":1,"mentions":1,"rank":2,"rank_change":null,"completed":0,"not_completed":0,"problems":0}
                {"week_start":"2025-01-27","recipe_key":"corn bread","recipe_name":"Corn Bread","conversations":1,"users":1,"mentions":2,"rank":1,"rank_change":1,"completed":0,"not_completed":0,"problems":0}""");
    }

    @Test
    void seasons_are_told_from_thirty_pairs_on() {
        // Week 1: 30 soups. Week 2: 30 soups and 30 breads. Soup: 1/2 against a mean of (1 + 1/2) / 2.
        // Bread: 1/2 against (0 + 1/2) / 2. Nothing is known of a year ago.
        Oracle oracle = new Oracle(SAMPLE);
        for (int i = 0; i < 30; i++) {
            oracle.add(conversation(ANN, message("2025-01-13T12:00:00Z", asks(SOUP))));
            oracle.add(conversation(ANN, message("2025-01-20T12:00:00Z", asks(SOUP))));
            oracle.add(conversation(ANN, message("2025-01-20T12:00:00Z", asks(BREAD))));
        }
        assertThat(oracle.expected().get("weekly_seasonality").stream()
                        .map(row -> SampleText.json(row.columns()))
                        .filter(row -> row.contains("course") || row.contains("recipe")))
                .containsExactly("""
                {"week_start":"2025-01-13","dimension":"course","category":"soup","share":1.0,"seasonal_index":1.0,"year_over_year":null}
                {"week_start":"2025-01-13","dimension":"recipe","category":"lentil soup","share":1.0,"seasonal_index":1.0,"year_over_year":null}
                {"week_start":"2025-01-20","dimension":"course","category":"bread","share":0.5,"seasonal_index":2.0,"year_over_year":null}
                {"week_start":"2025-01-20","dimension":"course","category":"soup","share":0.5,"seasonal_index":0.6666666666666666,"year_over_year":null}
                {"week_start":"2025-01-20","dimension":"recipe","category":"corn bread","share":0.5,"seasonal_index":2.0,"year_over_year":null}
                {"week_start":"2025-01-20","dimension":"recipe","category":"lentil soup","share":0.5,"seasonal_index":0.6666666666666666,"year_over_year":null}""".split("\n"));
        assertThat(rows("weekly_seasonality")).doesNotContain("seasonal_index\":0", "seasonal_index\":1");
    }

    @Test
    void retention_looks_ahead_as_far_as_the_sample_goes() {
        // ann and bob come first on 01-20; bob is there a day later, nobody a week later, and 30 days later is unknown.
        assertThat(row("daily_retention", "cohort_day", "2025-01-20"))
                .containsEntry("cohort_users", 2L)
                .containsEntry("d1", 0.5)
                .containsEntry("d7", 0.0)
                .containsEntry("d30", null)
                .containsEntry("is_left_censored", false);
        assertThat(row("daily_retention", "cohort_day", "2025-01-13"))
                .containsEntry("cohort_users", 0L)
                .containsEntry("d1", null)
                .containsEntry("is_left_censored", true);
        assertThat(rows("weekly_retention").lines().skip(13).limit(6)).containsExactly("""
                {"cohort_week":"2025-01-20","weeks_since":0,"users":2,"cohort_users":2,"share":1.0,"is_left_censored":false}
                {"cohort_week":"2025-01-20","weeks_since":1,"users":1,"cohort_users":2,"share":0.5,"is_left_censored":false}
                {"cohort_week":"2025-01-20","weeks_since":2,"users":0,"cohort_users":2,"share":0.0,"is_left_censored":false}
                {"cohort_week":"2025-01-20","weeks_since":3,"users":0,"cohort_users":2,"share":0.0,"is_left_censored":false}
                {"cohort_week":"2025-01-20","weeks_since":4,"users":null,"cohort_users":2,"share":null,"is_left_censored":false}
                {"cohort_week":"2025-01-20","weeks_since":5,"users":null,"cohort_users":2,"share":null,"is_left_censored":false}""".split("\n"));
    }

    @Test
    void stickiness_is_unknown_until_there_are_28_days() {
        // 02-03 to 02-09 is the fourth week: nobody is active, of 2 users in the 28 days to its Sunday.
        assertThat(row("weekly_metrics", "week_start", "2025-01-27")).containsEntry("stickiness", null);
        assertThat(row("weekly_metrics", "week_start", "2025-02-03")).containsEntry("stickiness", 0.0);
        assertThat(row("weekly_metrics", "week_start", "2025-01-20"))
                .containsEntry("completion_level", "Low")
                .containsEntry("completion_rate", null);
    }

    @Test
    void features_are_counted_among_the_active_users_of_the_week() {
        // Week of 01-27: ann used recipes a week after 01-20, searched the web again, and replaced for the first time.
        assertThat(rows("weekly_features").lines().filter(row -> row.contains("\"week_start\":\"2025-01-27\"")))
                .containsExactlyInAnyOrder("""
                {"week_start":"2025-01-27","feature":"recipe","users":1,"active_users":1,"first_time_users":0,"repeat_users":1,"adoption":1.0}
                {"week_start":"2025-01-27","feature":"step_guidance","users":0,"active_users":1,"first_time_users":0,"repeat_users":0,"adoption":0.0}
                {"week_start":"2025-01-27","feature":"substitution","users":1,"active_users":1,"first_time_users":1,"repeat_users":0,"adoption":1.0}
                {"week_start":"2025-01-27","feature":"scaling","users":0,"active_users":1,"first_time_users":0,"repeat_users":0,"adoption":0.0}
                {"week_start":"2025-01-27","feature":"shopping_list","users":0,"active_users":1,"first_time_users":0,"repeat_users":0,"adoption":0.0}
                {"week_start":"2025-01-27","feature":"web_search","users":1,"active_users":1,"first_time_users":0,"repeat_users":1,"adoption":1.0}
                {"week_start":"2025-01-27","feature":"cookware","users":0,"active_users":1,"first_time_users":0,"repeat_users":0,"adoption":0.0}""".split("\n"));
        // Without any call of a tool the week of 02-03 does not tell.
        assertThat(rows("weekly_features")
                        .lines()
                        .filter(row -> row.contains("\"2025-02-03\",\"feature\":\"cookware\"")))
                .containsExactly(
                        "{\"week_start\":\"2025-02-03\",\"feature\":\"cookware\",\"users\":null,\"active_users\":0,\"first_time_users\":null,\"repeat_users\":null,\"adoption\":null}");
    }

    @Test
    void months_are_those_of_the_calendar() {
        // January has 19 days of the sample: on 01-20 both come, on 01-21 bob, on 01-28 ann, which makes 4 in all.
        assertThat(row("monthly_metrics", "month_start", "2025-01-01"))
                .containsEntry("active_users", 2L)
                .containsEntry("conversations", 4L)
                .containsEntry("dau_mau", 4 / 19.0 / 2)
                .containsEntry("is_complete", false);
        assertThat(row("monthly_metrics", "month_start", "2025-02-01"))
                .containsEntry("dormant_users", 2L)
                .containsEntry("growth_percent", null)
                .containsEntry("dau_mau", null);
    }

    private static Map<String, Object> row(String table, String key, String value) {
        return expected().get(table).stream()
                .map(Row::columns)
                .filter(row -> row.get(key).equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static String rows(String table) {
        return expected().get(table).stream()
                .map(row -> SampleText.json(row.columns()))
                .collect(joining("\n"));
    }

    private static Map<String, List<Row>> expected() {
        Oracle oracle = new Oracle(SAMPLE);
        CONVERSATIONS.forEach(oracle::add);
        return oracle.expected();
    }

    private static Conversation conversation(User user, Message... messages) {
        return new Conversation("any", user, TimestampForm.UTC, List.of(messages));
    }

    private static Message message(String sentAt, Utterance turn) {
        return new Message(Instant.parse(sentAt), turn);
    }

    private static Utterance asks(Dish dish) {
        return Utterance.naming(Role.USER, Phrase.meaningNothing("How do I make {dish}?"), dish, dish.title());
    }

    private static Utterance answers(Dish dish) {
        return Utterance.naming(Role.ASSISTANT, Phrase.meaningNothing("## {dish}"), dish, dish.title());
    }
}

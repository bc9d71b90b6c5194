package com.recipechatbot.analytics.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The identities that the published tables must keep, on samples of any seed and size. */
class OracleProperties {

    @Property(tries = 30)
    void the_active_users_of_a_week_follow_from_the_week_before(
            @ForAll long seed, @ForAll @IntRange(min = 8, max = 40) int days) {
        List<Row> weeks = expected(seed, days).get("weekly_metrics");
        for (int week = 1; week < weeks.size(); week++) {
            Row row = weeks.get(week);
            assertThat(number(row, "active_users"))
                    .isEqualTo(number(weeks.get(week - 1), "active_users")
                            + number(row, "new_users")
                            + number(row, "resurrected_users")
                            - number(row, "dormant_users"));
        }
    }

    @Property(tries = 30)
    void recipes_and_hours_add_up_to_the_day(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int days) {
        Map<String, List<Row>> expected = expected(seed, days);
        Map<Object, Long> mentions = sum(expected.get("daily_recipes"), "mentions");
        Map<Object, Long> pairs = sum(expected.get("daily_recipes"), "conversations");
        Map<Object, Long> messages = sum(expected.get("hourly_usage"), "messages");
        Map<Object, Long> conversations = sum(expected.get("hourly_usage"), "conversations");
        assertThat(expected.get("daily_metrics")).hasSize(days).allSatisfy(row -> {
            Object day = row.columns().get("day");
            assertThat(number(row, "recipe_mentions")).isEqualTo(mentions.getOrDefault(day, 0L));
            assertThat(number(row, "recipe_pairs")).isEqualTo(pairs.getOrDefault(day, 0L));
            assertThat(number(row, "messages")).isEqualTo(messages.getOrDefault(day, 0L));
            assertThat(number(row, "conversations")).isEqualTo(conversations.getOrDefault(day, 0L));
        });
    }

    private static Map<String, List<Row>> expected(long seed, int days) {
        SampleOptions options = new SampleOptions(LocalDate.of(2025, 1, 8), days, 5, seed);
        Oracle oracle = new Oracle(options.range());
        MealTimes mealTimes = new MealTimes(options);
        Conversations conversations = new Conversations(options);
        for (LocalDate day : options.range().days()) {
            int number = 0;
            for (Instant start : mealTimes.starts(day)) {
                conversations.hold(day, ++number, start).ifPresent(oracle::add);
            }
        }
        return oracle.expected();
    }

    private static Map<Object, Long> sum(List<Row> rows, String column) {
        return rows.stream()
                .collect(groupingBy(row -> row.columns().get("day"), summingLong(row -> number(row, column))));
    }

    private static long number(Row row, String column) {
        return ((Number) row.columns().get(column)).longValue();
    }
}

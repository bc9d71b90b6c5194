package com.recipechatbot.analytics.serving.report;

import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tables of an imaginary lake of any length: always the same rows. */
final class SampleTables {

    private static final List<String> COURSES = List.of(
            "main", "dessert", "soup", "salad", "side", "breakfast", "bread", "drink", "sauce", "snack", "unknown");
    private static final List<String> CUISINES = List.of(
            "italian",
            "indian",
            "mexican",
            "thai",
            "french",
            "greek",
            "chinese",
            "japanese",
            "korean",
            "spanish",
            "turkish",
            "german",
            "american",
            "british",
            "moroccan",
            "vietnamese",
            "(other)",
            "unknown");
    private static final List<String> DIETS = List.of("vegan", "vegetarian", "gluten free", "low carb", "(other)");

    private final Random random = new Random(1);
    private final LocalDate from;
    private final LocalDate to;
    private final List<List<Object>> days = new ArrayList<>();
    private final List<List<Object>> weeks = new ArrayList<>();

    private SampleTables(LocalDate from, int days) {
        this.from = from;
        this.to = from.plusDays(days - 1L);
    }

    /** The newest day is open, one day in a hundred was restated, and tools and models are reported from the fourth week on. */
    static Map<String, TableRows> of(LocalDate from, int days) {
        return new SampleTables(from, days).make();
    }

    private Map<String, TableRows> make() {
        Map<String, TableRows> tables = new LinkedHashMap<>();
        from.datesUntil(to.plusDays(1)).forEach(this::day);
        tables.put(
                "daily_metrics",
                table(
                        days,
                        "day active_users conversations engaged_conversations messages conversation_messages"
                                + " avg_conversation_length median_conversation_length p90_conversation_length recipe_pairs"
                                + " completed not_completed abandoned completion_rate completion_coverage satisfaction_index"
                                + " satisfaction_low satisfaction_high satisfaction_coverage problem_rate is_complete revision"));
        tables.put("hourly_usage", table(hours(), "day hour messages user_messages conversations users"));
        tables.put("daily_categories", table(categories(), "day dimension category pairs share"));
        tables.put("daily_tools", table(tools(), "day tool conversations calls failures share"));
        tables.put(
                "daily_models",
                table(
                        models(),
                        "day model responses conversations completed cost_usd latency_p50_ms latency_p90_ms failures"));
        mondays().forEach(this::week);
        tables.put(
                "weekly_metrics",
                table(
                        weeks,
                        "week_start active_users new_users conversations avg_conversation_length growth_percent completion_rate"
                                + " is_complete returning_users resurrected_users dormant_users"));
        tables.put(
                "weekly_features",
                table(features(), "week_start feature users active_users adoption first_time_users repeat_users"));
        tables.put(
                "monthly_metrics",
                table(months(), "month_start active_users new_users conversations growth_percent is_complete"));
        tables.put(
                "weekly_recipes",
                table(
                        recipes(),
                        "week_start recipe_key recipe_name conversations users mentions rank rank_change completed not_completed"
                                + " problems"));
        tables.put(
                "weekly_retention",
                table(retention(), "cohort_week weeks_since users cohort_users share is_left_censored"));
        tables.put(
                "pipeline_runs",
                table(
                        runs(),
                        "run_id job day_from day_to rows_read rows_loaded rows_duplicate rows_rejected rows_excluded started_at"
                                + " outcome"));
        tables.put(
                "restatements",
                table(
                        days.stream()
                                .filter(row -> row.get(21).equals(2))
                                .map(row -> Arrays.<Object>asList(row.get(0), "late"))
                                .toList(),
                        "day why"));
        return tables;
    }

    private void day(LocalDate day) {
        // Yearly and weekly cycles, and slow growth.
        double weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 1.5 : 1;
        double tide = 1 + 0.2 * Math.sin(day.getDayOfYear() / 58.0) + days.size() / 900.0;
        long users = Math.round(40 * weekend * tide + random.nextInt(9));
        long conversations = users + users / 4;
        long messages = conversations * 5 + random.nextInt((int) conversations * 2);
        long completed = conversations / 5;
        long gaveUp = random.nextInt(5);
        long abandoned = conversations / 12;
        double satisfaction = 60 + random.nextInt(100) / 10.0;
        days.add(Arrays.asList(
                day,
                users,
                conversations,
                conversations - 3,
                messages + 4,
                messages,
                (double) messages / conversations,
                5.0,
                9.5 + random.nextInt(3),
                conversations + 7,
                completed,
                gaveUp,
                abandoned,
                (double) completed / (completed + gaveUp + abandoned),
                0.25 + random.nextInt(20) / 100.0,
                satisfaction,
                satisfaction - 4,
                satisfaction + 4,
                0.4 + random.nextInt(10) / 100.0,
                0.1,
                day.isBefore(to),
                random.nextInt(100) == 0 ? 2 : 1));
    }

    private List<List<Object>> hours() {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> day : days) {
            for (int hour = 0; hour < 24; hour++) {
                double meal = Math.exp(-Math.pow(hour - 18.5, 2) / 6) + 0.4 * Math.exp(-Math.pow(hour - 12, 2) / 3);
                long sent = Math.round((Long) day.get(4) * meal / 10);
                rows.add(Arrays.asList(day.get(0), hour, sent, sent / 2, sent / 6, sent / 5));
            }
        }
        return rows;
    }

    private List<List<Object>> categories() {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> day : days) {
            long pairs = (Long) day.get(9);
            split(rows, day.get(0), "course", COURSES, pairs);
            split(rows, day.get(0), "cuisine", CUISINES, pairs);
            split(rows, day.get(0), "diet", DIETS, pairs / 3);
        }
        return rows;
    }

    /** Shares of a total, the first being the largest; the last category gets the rest. */
    private static void split(List<List<Object>> rows, Object day, String dimension, List<String> names, long whole) {
        long left = whole;
        for (int i = 0; i < names.size(); i++) {
            long pairs = i == names.size() - 1 ? left : Math.min(left, whole / (i + 3));
            left -= pairs;
            if (pairs > 0) {
                rows.add(Arrays.asList(day, dimension, names.get(i), pairs, (double) pairs / whole));
            }
        }
    }

    private List<List<Object>> tools() {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> day : days.subList(Math.min(21, days.size()), days.size())) {
            long engaged = (Long) day.get(3);
            rows.add(Arrays.asList(day.get(0), "web_search", engaged / 5, engaged / 4, engaged / 40, 0.2));
            rows.add(Arrays.asList(day.get(0), "cookware_check", engaged / 9, engaged / 9, 0L, 0.1));
        }
        return rows;
    }

    private List<List<Object>> models() {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> day : days.subList(Math.min(21, days.size()), days.size())) {
            long engaged = (Long) day.get(3);
            rows.add(Arrays.asList(
                    day.get(0),
                    "gpt-4o-mini",
                    engaged * 2,
                    engaged,
                    engaged / 6,
                    engaged / 700.0,
                    800.0,
                    2100.5,
                    engaged / 20));
            rows.add(Arrays.asList(day.get(0), "(other)", engaged / 4, engaged / 5, 0L, null, null, null, 0L));
        }
        return rows;
    }

    private List<LocalDate> mondays() {
        return days.stream()
                .map(row -> ReportingWeek.of((LocalDate) row.get(0)).monday())
                .distinct()
                .toList();
    }

    private void week(LocalDate monday) {
        List<List<Object>> seven = days.stream()
                .filter(row -> ReportingWeek.of((LocalDate) row.get(0)).monday().equals(monday))
                .toList();
        long conversations = seven.stream().mapToLong(row -> (Long) row.get(2)).sum();
        long messages = seven.stream().mapToLong(row -> (Long) row.get(5)).sum();
        long users = 3 * (Long) seven.get(0).get(1) + random.nextInt(20);
        boolean isFirst = weeks.isEmpty();
        weeks.add(Arrays.asList(
                monday,
                users,
                isFirst ? null : users / 6,
                conversations,
                (double) messages / conversations,
                isFirst ? null : 1.0,
                0.7 + random.nextInt(10) / 100.0,
                monday.plusDays(6).isBefore(to),
                isFirst ? null : users / 2,
                isFirst ? null : users / 8,
                isFirst ? null : users / 5));
    }

    private List<List<Object>> features() {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> week : weeks) {
            long active = (Long) week.get(1);
            List<String> names = List.of("recipe", "step_guidance", "substitution", "scaling", "shopping_list");
            for (int i = 0; i < names.size(); i++) {
                long users = active / (i + 2);
                rows.add(Arrays.asList(
                        week.get(0), names.get(i), users, active, (double) users / active, users / 3, users / 4));
            }
            rows.add(Arrays.asList(week.get(0), "web_search", null, active, null, null, null));
        }
        return rows;
    }

    /** Those that began; the first one has nothing before it. */
    private List<List<Object>> months() {
        List<List<Object>> rows = new ArrayList<>();
        for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
            boolean isFirst = rows.isEmpty();
            rows.add(Arrays.asList(
                    month,
                    400L + 10L * rows.size(),
                    isFirst ? null : 120L,
                    2000L,
                    isFirst ? null : 2.5,
                    !isFirst && month.plusMonths(1).isBefore(to)));
        }
        return rows;
    }

    private List<List<Object>> recipes() {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> week : weeks) {
            int rank = 1;
            for (int dish = 0; dish < 300; dish++) {
                long conversations = 400L / (dish + 8) + random.nextInt(12);
                rows.add(Arrays.asList(
                        week.get(0),
                        "dish " + dish,
                        "Dish no. " + dish,
                        conversations,
                        conversations - conversations / 5,
                        conversations * 2,
                        rank++,
                        null,
                        // The outcomes of every fifth dish would tell of too few users.
                        dish % 5 == 4 ? null : conversations / 3,
                        dish % 5 == 4 ? null : conversations / 6,
                        dish % 5 == 4 ? null : conversations % 4));
            }
            rows.add(Arrays.asList(week.get(0), "(other)", "(other)", 800L, 120L, 900L, null, null, null, null, null));
        }
        return rows;
    }

    private List<List<Object>> retention() {
        List<List<Object>> rows = new ArrayList<>();
        LocalDate last = (LocalDate) weeks.get(weeks.size() - 1).get(0);
        for (int cohort = 0; cohort < weeks.size(); cohort++) {
            LocalDate monday = (LocalDate) weeks.get(cohort).get(0);
            for (int since = 0; since <= 12; since++) {
                boolean isTold = monday.plusWeeks(since).isBefore(last);
                long users = since == 0 ? 50 : 25 - since + random.nextInt(6);
                rows.add(Arrays.asList(
                        monday, since, isTold ? users : null, 50L, isTold ? users / 50.0 : null, cohort == 0));
            }
        }
        return rows;
    }

    private List<List<Object>> runs() {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> day : days.subList(Math.max(0, days.size() - 90), days.size())) {
            LocalDate of = (LocalDate) day.get(0);
            long read = (Long) day.get(4) + 11;
            Instant at = of.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            rows.add(Arrays.asList("run", "daily-metrics", of, of, read, read - 11, 6L, 4L, 1L, at, "done"));
        }
        rows.add(Arrays.asList(
                "week", "weekly-metrics", null, null, null, null, null, null, null, Instant.EPOCH, "done"));
        return rows;
    }

    private static TableRows table(List<List<Object>> rows, String columns) {
        return new TableRows(List.of(columns.split(" ")), rows);
    }
}

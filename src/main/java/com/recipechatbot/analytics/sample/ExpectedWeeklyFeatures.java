package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What users use the chatbot for, by the day of the message; in a week without any call of a tool, tools are unknown. */
final class ExpectedWeeklyFeatures implements ExpectedTable {

    private static final int AGAIN_WITHIN_DAYS = 28;
    private static final List<String> TOLD_BY_TOOLS = List.of("web_search", "cookware");
    private static final Map<Meaning, String> ASKED_IN_WORDS = Map.of(
            Meaning.STEP_GUIDANCE, "step_guidance",
            Meaning.SUBSTITUTION, "substitution",
            Meaning.SCALING, "scaling",
            Meaning.SHOPPING_LIST, "shopping_list");

    private final Periods weeks;
    private final UserDays active;
    private final Map<String, UserDays> uses = new LinkedHashMap<>();
    private final Set<LocalDate> mondaysWithTools = new HashSet<>();

    ExpectedWeeklyFeatures(DayRange sample, UserDays active) {
        this.weeks = Periods.weeks(sample);
        this.active = active;
        uses.put("recipe", new UserDays(sample));
        ASKED_IN_WORDS.values().forEach(feature -> uses.put(feature, new UserDays(sample)));
        TOLD_BY_TOOLS.forEach(feature -> uses.put(feature, new UserDays(sample)));
    }

    @Override
    public void add(Conversation conversation) {
        if (!conversation.toolUses().isEmpty()) {
            mondaysWithTools.add(ReportingWeek.of(conversation.startDay()).monday());
        }
        for (Message message : conversation.messages()) {
            for (String feature : features(message.turn())) {
                uses.get(feature).add(conversation.user(), message.day());
            }
        }
    }

    private static List<String> features(Utterance turn) {
        List<String> features = new ArrayList<>();
        if (turn.dish() != null) {
            features.add("recipe");
        }
        if (turn.tool() != null) {
            features.add(turn.tool().feature());
        }
        turn.meanings().stream().map(ASKED_IN_WORDS::get).forEach(features::add);
        features.removeIf(feature -> feature == null);
        return features;
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (DayRange week : weeks.all()) {
            uses.forEach((feature, days) -> rows.add(row(week, feature, days)));
        }
        return rows;
    }

    private Row row(DayRange week, String feature, UserDays days) {
        boolean isTold = !TOLD_BY_TOOLS.contains(feature) || mondaysWithTools.contains(week.from());
        boolean hasPast = isTold && !weeks.isFirst(week);
        long activeUsers = active.count(user -> user.isIn(week));
        long users = users(week, days);
        Row row = new Row()
                .with("week_start", week.from())
                .with("feature", feature)
                .with("users", isTold ? users : null)
                .with("active_users", activeUsers)
                .with("first_time_users", hasPast ? firstTime(week, days) : null)
                .with("repeat_users", hasPast ? again(week, days) : null);
        return isTold ? row.withRatio("adoption", users, activeUsers) : row.with("adoption", null);
    }

    private long users(DayRange week, UserDays days) {
        return days.countBoth(user -> user.isIn(week), active, user -> user.isIn(week));
    }

    private long firstTime(DayRange week, UserDays days) {
        return days.countBoth(user -> week.contains(user.first()), active, user -> user.isIn(week));
    }

    private long again(DayRange week, UserDays days) {
        return days.countBoth(user -> user.isRepeatedIn(week, AGAIN_WITHIN_DAYS), active, user -> user.isIn(week));
    }
}

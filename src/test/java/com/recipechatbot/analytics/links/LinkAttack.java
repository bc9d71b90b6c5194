package com.recipechatbot.analytics.links;

import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Somebody without keys who may read some tables, and joins each two of them on all that they share: source, day, sets of
 * dishes, features, days of a week. Where one candidate is left, the attacker claims that both pseudonyms are one user.
 */
final class LinkAttack {

    /** That a pseudonym of one scope and one of another are the same user. */
    record Claim(String from, String to) {}

    private record Use(String source, LocalDate day, String feature) {}

    /** What the tables tell of a user on a day. */
    private static final class UserDay {
        private final Set<Use> uses = new HashSet<>();
        private final Set<String> dishes = new TreeSet<>();
        private LocalDate day;
    }

    private final Map<String, UserDay> userDays = new TreeMap<>();
    private final Map<String, Set<String>> dishesOfConversations = new TreeMap<>();
    private final Map<String, LocalDate> daysOfConversations = new HashMap<>();
    private int conversations;
    /** By the pseudonym of the week, the dishes of each day. */
    private final Map<String, Map<LocalDate, Set<String>>> weeks = new TreeMap<>();
    /** By use, the long-lived pseudonyms that have it; a message is a use without a feature. */
    private final Map<Use, Set<String>> candidates = new HashMap<>();

    private final Map<String, Set<LocalDate>> daysOfActivity = new TreeMap<>();

    /** @param readable what is not among them the attacker does not see */
    LinkAttack(TestLake lake, Collection<MetricTable> readable) {
        Function<MetricTable, List<Map<String, Object>>> rows =
                table -> readable.contains(table) ? lake.rows(table) : List.of();
        TestLake.messages(rows.apply(MetricTable.CONVERSATION_PARTS)).forEach(this::seeMessage);
        rows.apply(MetricTable.CONVERSATIONS).forEach(this::seeConversation);
        rows.apply(MetricTable.USER_WEEK_ITEMS)
                .forEach(row -> weeks.computeIfAbsent(text(row, "user_week_key"), missing -> new TreeMap<>())
                        .computeIfAbsent(day(row), missing -> new TreeSet<>())
                        .add(text(row, "recipe_key")));
        rows.apply(MetricTable.USER_ACTIVITY).forEach(this::seeActivity);
    }

    private void seeMessage(Map<String, Object> message) {
        String user = text(message, "user_day_key");
        if (user != null) {
            UserDay seen = userDay(user, day(message));
            String source = text(message, "source_id");
            if (message.get("role").equals("user")) {
                seen.uses.add(new Use(source, seen.day, null));
            }
            Feature.inBits((Integer) message.get("features"))
                    .forEach(feature -> seen.uses.add(new Use(source, seen.day, feature.column())));
        }
    }

    private void seeConversation(Map<String, Object> row) {
        conversations++;
        Set<String> dishes = ((List<?>) row.get("recipes"))
                .stream()
                        .map(dish -> ((Map<?, ?>) dish).get("recipe_key").toString())
                        .collect(Collectors.toCollection(TreeSet::new));
        String user = text(row, "user_day_key");
        if (user != null && !dishes.isEmpty()) {
            userDay(user, day(row)).dishes.addAll(dishes);
            dishesOfConversations.put(user + " " + text(row, "conversation_key"), dishes);
            daysOfConversations.put(user + " " + text(row, "conversation_key"), day(row));
        }
    }

    private void seeActivity(Map<String, Object> row) {
        Use use = new Use(text(row, "source_id"), day(row), text(row, "feature"));
        String key = use.feature == null ? text(row, "activity_key") : text(row, "feature_key");
        candidates.computeIfAbsent(use, missing -> new TreeSet<>()).add(key);
        if (use.feature == null) {
            daysOfActivity.computeIfAbsent(key, missing -> new TreeSet<>()).add(use.day);
        }
    }

    private UserDay userDay(String key, LocalDate day) {
        UserDay seen = userDays.computeIfAbsent(key, missing -> new UserDay());
        seen.day = day;
        return seen;
    }

    /** Every kind of claim, by what it joins. */
    Map<String, List<Claim>> claims() {
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        claims.put("conversations to a week, by dishes", conversationsToWeeks());
        claims.put("user-days to a week, by dishes", daysToWeeks());
        claims.put("user-days to activity, by source and day", daysToLongLived(false));
        claims.put("user-days to a feature, by source and day", daysToLongLived(true));
        claims.put("weeks to activity, by days", weeksToActivity());
        claims.put("user-days to activity, through their week", daysToActivityThroughWeeks(claims));
        return claims;
    }

    /** How many things each kind of claim could be made of. */
    Map<String, Integer> attacked() {
        Map<String, Integer> attacked = new LinkedHashMap<>();
        attacked.put("conversations to a week, by dishes", conversations);
        attacked.put("user-days to a week, by dishes", userDays.size());
        attacked.put("user-days to activity, by source and day", userDays.size());
        attacked.put("user-days to a feature, by source and day", userDays.size());
        attacked.put("weeks to activity, by days", weeks.size());
        attacked.put("user-days to activity, through their week", userDays.size());
        return attacked;
    }

    /** Of those who name all dishes of the conversation on its day. */
    private List<Claim> conversationsToWeeks() {
        Map<LocalDate, Map<String, Set<String>>> namedBy = new HashMap<>();
        weeks.forEach((week, days) -> days.forEach(
                (day, dishes) -> dishes.forEach(dish -> namedBy.computeIfAbsent(day, missing -> new HashMap<>())
                        .computeIfAbsent(dish, missing -> new HashSet<>())
                        .add(week))));
        List<Claim> claims = new ArrayList<>();
        dishesOfConversations.forEach((conversation, dishes) -> {
            Map<String, Set<String>> ofDay = namedBy.getOrDefault(daysOfConversations.get(conversation), Map.of());
            Set<String> left = null;
            for (String dish : dishes) {
                Set<String> naming = ofDay.getOrDefault(dish, Set.of());
                if (left == null) {
                    left = new HashSet<>(naming);
                } else {
                    left.retainAll(naming);
                }
            }
            claim(conversation.substring(0, conversation.indexOf(' ')), left, claims);
        });
        return claims;
    }

    private List<Claim> daysToWeeks() {
        Map<Object, Set<String>> byDishes = new HashMap<>();
        weeks.forEach((week, days) ->
                days.forEach((day, dishes) -> byDishes.computeIfAbsent(List.of(day, dishes), missing -> new HashSet<>())
                        .add(week)));
        List<Claim> claims = new ArrayList<>();
        userDays.forEach((user, seen) -> {
            if (!seen.dishes.isEmpty()) {
                claim(user, byDishes.getOrDefault(List.of(seen.day, seen.dishes), Set.of()), claims);
            }
        });
        return claims;
    }

    private List<Claim> daysToLongLived(boolean ofFeatures) {
        List<Claim> claims = new ArrayList<>();
        userDays.forEach((user, seen) -> {
            List<Claim> ofUser = new ArrayList<>();
            for (Use use : seen.uses) {
                if ((use.feature != null) == ofFeatures) {
                    claim(user, candidates.getOrDefault(use, Set.of()), ofUser);
                }
            }
            // One is enough.
            ofUser.stream().limit(1).forEach(claims::add);
        });
        return claims;
    }

    /** Of those who wrote on all days of the week on which the user named a dish. */
    private List<Claim> weeksToActivity() {
        Map<LocalDate, Set<String>> writing = new HashMap<>();
        daysOfActivity.forEach((key, days) -> days.forEach(
                day -> writing.computeIfAbsent(day, missing -> new HashSet<>()).add(key)));
        List<Claim> claims = new ArrayList<>();
        weeks.forEach((week, days) -> {
            Set<String> left = null;
            for (LocalDate day : days.keySet()) {
                Set<String> onDay = writing.getOrDefault(day, Set.of());
                if (left == null) {
                    left = new HashSet<>(onDay);
                } else {
                    left.retainAll(onDay);
                }
            }
            claim(week, left, claims);
        });
        return claims;
    }

    private static List<Claim> daysToActivityThroughWeeks(Map<String, List<Claim>> claims) {
        Map<String, String> activityOfWeek =
                claims.get("weeks to activity, by days").stream().collect(Collectors.toMap(Claim::from, Claim::to));
        return claims.get("user-days to a week, by dishes").stream()
                .map(claim -> new Claim(claim.from, activityOfWeek.get(claim.to)))
                .filter(claim -> claim.to != null)
                .toList();
    }

    private static void claim(String from, Set<String> left, List<Claim> claims) {
        if (left != null && left.size() == 1) {
            claims.add(new Claim(from, left.iterator().next()));
        }
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), null);
    }

    private static LocalDate day(Map<String, Object> row) {
        return (LocalDate) row.get("day");
    }
}

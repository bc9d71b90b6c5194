package com.recipechatbot.analytics.privacy.keys;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All pseudonyms of users in a lake, by the column that holds them: for finding the rows of these users. */
public final class UserPseudonyms {

    public static final String DAY_KEY = "user_day_key";
    /** The column that holds those of several users. */
    public static final String DAY_KEYS = "user_day_keys";

    public static final String WEEK_KEY = "user_week_key";
    public static final String ACTIVITY_KEY = "activity_key";
    public static final String FEATURE_KEY = "feature_key";
    public static final String TOMBSTONE_KEY = "tombstone_key";

    private UserPseudonyms() {}

    /**
     * @param features the names of all features
     * @param days days that the lake has rows for; days and weeks whose keys were shredded give no pseudonym
     * @return by {@link #DAY_KEY} and so on
     */
    public static Map<String, Set<String>> of(
            Collection<String> users, Pseudonyms pseudonyms, Collection<String> features, Collection<LocalDate> days) {
        Set<LocalDate> named = new HashSet<>();
        Set<LocalDate> mondays = new HashSet<>();
        for (LocalDate day : days) {
            LocalDate monday = day.with(DayOfWeek.MONDAY);
            if (pseudonyms.canName(day)) {
                named.add(day);
            }
            if (pseudonyms.canName(monday)) {
                mondays.add(monday);
            }
        }
        Map<String, Set<String>> keys = new HashMap<>();
        for (String column : new String[] {DAY_KEY, WEEK_KEY, ACTIVITY_KEY, FEATURE_KEY, TOMBSTONE_KEY}) {
            keys.put(column, new HashSet<>());
        }
        for (String user : users) {
            named.forEach(day -> keys.get(DAY_KEY).add(pseudonyms.userDay(user, (int) day.toEpochDay())));
            mondays.forEach(monday -> keys.get(WEEK_KEY).add(pseudonyms.userWeek(user, (int) monday.toEpochDay())));
            String activity = pseudonyms.activity(user);
            keys.get(ACTIVITY_KEY).add(activity);
            features.forEach(feature -> keys.get(FEATURE_KEY).add(pseudonyms.feature(activity, feature)));
            keys.get(TOMBSTONE_KEY).add(pseudonyms.tombstone(user));
        }
        return keys;
    }
}

package com.recipechatbot.analytics.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The chatbot's users: few write often, most seldom; half join in the course of the sample; all but the most
 * active pause for whole weeks now and then. Knows them by number alone, so that millions need no memory.
 */
final class Users {

    private static final int USERS_PER_DAILY_CONVERSATION = 25;
    private static final int USERS_PER_REGULAR = 40;
    private static final List<String> NOBODY = Arrays.asList(null, "", "  ");

    private final SampleOptions options;
    private final int count;

    Users(SampleOptions options) {
        this.options = options;
        this.count = options.conversationsPerDay() * USERS_PER_DAILY_CONVERSATION;
    }

    /** Who starts a conversation on a day of the sample, counted from 0. */
    User pick(int day, Chance chance) {
        if (chance.oneIn(25)) {
            return new User(chance.pick(NOBODY), Map.of());
        }
        int number = chance.skewed(count);
        // The first day of a tiny sample may find everybody away: then the last one drawn comes back for it.
        for (int draw = 0; draw < 50 && !isAround(number, day); draw++) {
            number = chance.skewed(count);
        }
        return new User(String.format(Locale.ROOT, "user-%07d", number), optsOut(number) ? User.OPT_OUT : Map.of());
    }

    private boolean isAround(int number, int day) {
        if (number < count / USERS_PER_REGULAR) {
            return true;
        }
        Chance habits = Chance.of(options.seed(), number);
        int joined = habits.oneIn(2) ? 0 : habits.below(options.days());
        boolean pauses = Chance.of(options.seed(), number, day / 7).oneIn(3);
        return day >= joined && !pauses;
    }

    private static boolean optsOut(int number) {
        return number % 60 == 17;
    }
}

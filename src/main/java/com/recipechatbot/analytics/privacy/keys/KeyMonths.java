package com.recipechatbot.analytics.privacy.keys;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The calendar months that a key ring can have keys for, and which of them a period uses. */
final class KeyMonths {

    static final YearMonth FIRST = YearMonth.of(2020, 1);
    static final YearMonth LAST = YearMonth.of(2039, 12);

    private KeyMonths() {}

    static List<YearMonth> all() {
        return Stream.iterate(FIRST, KeyMonths::contains, month -> month.plusMonths(1))
                .toList();
    }

    static boolean contains(YearMonth month) {
        return !month.isBefore(FIRST) && !month.isAfter(LAST);
    }

    /** The month of a period's first day; the first month also serves the week that runs into it. */
    static YearMonth of(LocalDate firstDay) {
        YearMonth month = YearMonth.from(firstDay);
        return month.equals(FIRST.minusMonths(1)) ? FIRST : month;
    }
}

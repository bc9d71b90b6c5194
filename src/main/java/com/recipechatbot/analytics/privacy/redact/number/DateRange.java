package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;

/** Days, months or times of day with a dash or spaces between them, which have as many digits as a phone number. */
final class DateRange {

    private static final int MOST_PARTS = 4;

    private DateRange() {}

    /** The last group of at least two dates or times of which the first begins with a group, or -1. */
    static int last(DigitGroups groups, int first) {
        int last = dateEnd(groups, first);
        int dates = 1;
        while (last >= 0 && dates < MOST_PARTS && last + 1 < groups.size() && isBetween(groups.joint(last))) {
            int next = dateEnd(groups, last + 1);
            if (next < 0) {
                break;
            }
            last = next;
            dates++;
        }
        return dates > 1 ? last : -1;
    }

    /** A dash with or without spaces, spaces alone, or the dot of "24.12." and spaces. */
    private static boolean isBetween(String joint) {
        String sign = joint.strip();
        return sign.equals("-")
                || sign.equals(".-")
                || (!sign.equals(joint) && (sign.isEmpty() || sign.equals(".")))
                || sign.equals(". -");
    }

    /** The last group of the date that begins with a group, or -1. */
    private static int dateEnd(DigitGroups groups, int first) {
        int last = first;
        while (last + 1 < groups.size()
                && last - first < 2
                && isInside(groups.joint(last))
                && groups.joint(last).equals(groups.joint(first))) {
            last++;
        }
        String a = groups.digits(first, first);
        String b = last > first ? groups.digits(first + 1, first + 1) : "";
        String c = last > first + 1 ? groups.digits(last, last) : "";
        boolean day = isUpTo(a, 31)
                && isUpTo(b, 31)
                && (isUpTo(a, 12) || isUpTo(b, 12))
                && (c.isEmpty() || c.length() == 2 || isYear(c));
        boolean month = isUpTo(a, 12) && isYear(b) && c.isEmpty();
        boolean time = isUpTo(a, 24) && b.length() == 2 && isUpTo(b, 59) && c.isEmpty();
        boolean ofYear = isYear(a) && isUpTo(b, 12) && (c.isEmpty() || isUpTo(c, 31));
        return day || month || time || ofYear ? last : -1;
    }

    private static boolean isInside(String joint) {
        return joint.equals(".") || joint.equals("/");
    }

    private static boolean isUpTo(String number, int most) {
        return !number.isEmpty() && number.length() <= 2 && Integer.parseInt(number) <= most;
    }

    private static boolean isYear(String number) {
        return number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
    }
}

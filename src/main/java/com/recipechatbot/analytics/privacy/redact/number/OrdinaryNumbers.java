package com.recipechatbot.analytics.privacy.redact.number;

/** Recognizes digits that look like a phone number but are not one: dates, times, decimals, and lists of numbers. */
final class OrdinaryNumbers {

    private static final int FEWEST_IN_A_LIST = 4;

    private OrdinaryNumbers() {}

    static boolean are(GroupRange range) {
        return isDate(range)
                || isDecimal(range)
                || areTimes(range)
                || areDecimals(range)
                || areRound(range)
                || (range.hasJoint("/") && range.isEvenlyJoined() && areMeasured(range))
                || areCounted(range)
                || isRunOfDigits(range)
                || isHour(range);
    }

    /** Three groups like {@code 2026-03-14} or {@code 24.12.2025}. */
    static boolean isDate(GroupRange range) {
        if (range.size() != 3 || range.digits().length() > 8 || range.length(1) > 2) {
            return false;
        }
        return (isYear(range.group(0)) && range.length(2) <= 2) || (isYear(range.group(2)) && range.length(0) <= 2);
    }

    private static boolean isYear(String group) {
        return group.length() == 4 && (group.startsWith("19") || group.startsWith("20"));
    }

    static boolean isDecimal(GroupRange range) {
        return range.size() == 2 && range.joint(0).equals(".");
    }

    /** Groups that are all a time of day, such as {@code 0800 1200 1600}. */
    static boolean areTimes(GroupRange range) {
        for (int group = 0; group < range.size(); group++) {
            String time = range.group(group);
            if (time.length() != 4 || time.compareTo("2400") > 0 || time.charAt(2) > '5') {
                return false;
            }
        }
        return !range.isInOnePiece();
    }

    /** Such as {@code 0.5 0.75 1.0}. */
    private static boolean areDecimals(GroupRange range) {
        return range.length(0) < 3 && range.hasJoint(".") && range.hasJoint(" ");
    }

    /** Such as {@code 100-200-1000}. */
    private static boolean areRound(GroupRange range) {
        for (int group = 0; group < range.size(); group++) {
            if (!range.group(group).endsWith("00")) {
                return false;
            }
        }
        return !range.isInOnePiece();
    }

    /** Such as {@code 750 350 1200}: weights, each a multiple of 5 and the last one of 50. */
    static boolean areMeasured(GroupRange range) {
        for (int group = 0; group < range.size(); group++) {
            String amount = range.group(group);
            char last = amount.charAt(amount.length() - 1);
            if (amount.charAt(0) == '0' || (last != '0' && last != '5')) {
                return false;
            }
        }
        return range.digits().endsWith("00") || range.digits().endsWith("50");
    }

    /** Such as {@code 20 25 30 35}: equal steps from each number to the next. */
    private static boolean areCounted(GroupRange range) {
        if (range.size() < FEWEST_IN_A_LIST || range.longestGroup() > 3) {
            return false;
        }
        int step = Integer.parseInt(range.group(1)) - Integer.parseInt(range.group(0));
        for (int group = 1; group + 1 < range.size(); group++) {
            if (Integer.parseInt(range.group(group + 1)) - Integer.parseInt(range.group(group)) != step) {
                return false;
            }
        }
        return true;
    }

    /** Such as 1234567890 or 7777777: made-up digits. */
    private static boolean isRunOfDigits(GroupRange range) {
        String digits = range.digits();
        int step = digits.charAt(1) - digits.charAt(0);
        for (int i = 1; i < digits.length(); i++) {
            int next = digits.charAt(i) - digits.charAt(i - 1);
            if ((next + 10) % 10 != (step + 10) % 10) {
                return false;
            }
        }
        return range.isInOnePiece() && Math.abs(step) <= 1;
    }

    /** Such as {@code 2025011518}: year, month, day and hour in one piece, as in the names of files and orders. */
    private static boolean isHour(GroupRange range) {
        String digits = range.digits();
        return range.isInOnePiece()
                && digits.length() == 10
                && (digits.startsWith("202") || digits.startsWith("203"))
                && isBetween("01", digits.substring(4, 6), "12")
                && isBetween("01", digits.substring(6, 8), "31")
                && isBetween("00", digits.substring(8), "23");
    }

    private static boolean isBetween(String least, String value, String most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
}

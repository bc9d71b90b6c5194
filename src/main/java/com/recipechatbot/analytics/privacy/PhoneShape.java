package com.recipechatbot.analytics.privacy;

/** How the digits of a possible phone number are written: their groups, and what stands between them. */
final class PhoneShape {

    static final int FEWEST_DIGITS = 6;
    static final int MOST_DIGITS = 17;

    private final ShadowText text;
    private final DigitGroups groups;
    private final int first;
    private final int last;
    private final boolean isInternational;
    private final String digits;

    PhoneShape(ShadowText text, DigitGroups groups, int first, int last, boolean isInternational) {
        this.text = text;
        this.groups = groups;
        this.first = first;
        this.last = last;
        this.isInternational = isInternational;
        this.digits = groups.digits(first, last);
    }

    /** The place after the last digit. */
    int end() {
        return groups.end(last);
    }

    /** Six digits only in one piece, and the longest only with the zeros that are dialled before a country code. */
    boolean isLongEnough() {
        int fewest = isInOnePiece() ? FEWEST_DIGITS : FEWEST_DIGITS + 1;
        int most = digits.startsWith("00") ? MOST_DIGITS : MOST_DIGITS - 2;
        return digits.length() >= fewest && digits.length() <= most;
    }

    /** Whether the number is one by itself, with no word that says so. */
    boolean isPhone() {
        if (isInternational) {
            return isNorthAmerican() || NumberingPlans.assignInternational(digits);
        }
        if (isDate() || isDecimal() || areTimes() || isRunOfDigits()) {
            return false;
        }
        if (digits.startsWith("00")) {
            return isNorthAmerican() || NumberingPlans.assignInternational(digits.substring(2));
        }
        if (isNorthAmerican() && hasJointOtherThanSpace()) {
            return true;
        }
        if (digits.charAt(0) == '0') {
            return digits.length() >= 9 && digits.length() <= 13 && isWithTrunkZero();
        }
        return isWithoutTrunkZero();
    }

    /** Whether it can be one beside a word that says so. */
    boolean mayBePhone() {
        return isInternational || (!isDate() && !isDecimal() && isGroupedForDialling());
    }

    boolean isInOnePiece() {
        return first == last;
    }

    /** Groups of 3-3-4, or 3-7, after a country code or none. */
    private boolean isNorthAmerican() {
        int from = first;
        String code = groups.digits(first, first);
        if (code.equals("1") || code.equals("001")) {
            from++;
        }
        if (last - from == 2) {
            return groups.length(from) == 3 && groups.length(from + 1) == 3 && groups.length(last) == 4;
        }
        return last - from == 1 && groups.length(from) == 3 && groups.length(last) == 7;
    }

    private boolean isWithTrunkZero() {
        if (isInOnePiece()) {
            return NumberingPlans.assignWithTrunkZero(digits);
        }
        return groups.length(first) > 1 || NumberingPlans.assignWithTrunkZero(digits);
    }

    private boolean isWithoutTrunkZero() {
        if (digits.length() < 10) {
            return false;
        }
        if (isGroupedAsInRussia()) {
            return true;
        }
        if (isNorthAmerican() || isEvenlyJoined()) {
            return isAssignedInKnownRegion();
        }
        return (isBrazilian() && NumberingPlans.assignIn("BR", digits))
                || (beginsWithCountryCode() && NumberingPlans.assignInternational(digits));
    }

    private boolean isAssignedInKnownRegion() {
        char start = digits.charAt(0);
        if (digits.length() == 10) {
            return NumberingPlans.assignIn("US", digits)
                    || (start >= '6' && NumberingPlans.assignIn("IN", digits))
                    || ((digits.startsWith("1300") || digits.startsWith("1800"))
                            && NumberingPlans.assignIn("AU", digits))
                    || (isBrazilian() && NumberingPlans.assignIn("BR", digits));
        }
        return digits.length() == 11
                && ((start == '1' && NumberingPlans.assignIn("US", digits))
                        || (isBrazilian() && NumberingPlans.assignIn("BR", digits)));
    }

    /** An area code of two digits and a subscriber's number in two groups; in one piece only a mobile, by its 9. */
    private boolean isBrazilian() {
        if (isInOnePiece()) {
            return digits.length() == 11 && digits.charAt(2) == '9';
        }
        return last - first == 2 && groups.length(first) == 2 && groups.length(last) == 4;
    }

    /** In one piece, or in few groups with the same sign between them: ranges and fractions mix theirs. */
    private boolean isEvenlyJoined() {
        for (int group = first; group < last; group++) {
            boolean same = groups.gap(group) == 1 && text.at(groups.end(group)) == text.at(groups.end(first));
            if (!same) {
                return false;
            }
        }
        return last - first != 1 ? last - first < 5 : groups.length(first) >= 3;
    }

    /** Written as an international number that lost its plus: a short first group, a long last one. */
    private boolean beginsWithCountryCode() {
        return last - first >= 2
                && last - first <= 4
                && groups.length(first) <= 3
                && groups.length(last) >= 4
                && digits.length() <= 13;
    }

    /** Ends in 3-2-2, as many countries write a subscriber's number and nothing else is written. */
    private boolean isGroupedAsInRussia() {
        return last - first >= 3
                && groups.length(last) == 2
                && groups.length(last - 1) == 2
                && groups.length(last - 2) == 3
                && groups.length(last - 3) >= 2
                && digits.length() <= 12
                && text.at(groups.end(last - 1)) == text.at(groups.end(last - 2));
    }

    private boolean isGroupedForDialling() {
        if (areTimes() && hasJointOtherThanSpace()) {
            return false;
        }
        boolean anyLong = false;
        for (int group = first; group <= last; group++) {
            anyLong |= groups.length(group) >= 3;
        }
        return anyLong || last - first >= 3;
    }

    /** Three groups like {@code 2026-03-14} or {@code 24.12.2025}. */
    private boolean isDate() {
        if (last - first != 2 || digits.length() > 8) {
            return false;
        }
        return (isYear(first) && groups.length(first + 1) <= 2 && groups.length(last) <= 2)
                || (isYear(last) && groups.length(first) <= 2 && groups.length(first + 1) <= 2);
    }

    private boolean isYear(int group) {
        String year = groups.digits(group, group);
        return year.length() == 4 && (year.startsWith("19") || year.startsWith("20"));
    }

    private boolean isDecimal() {
        return last - first == 1 && groups.gap(first) == 1 && text.at(groups.end(first)) == '.';
    }

    /** Groups that are all a time of day, such as {@code 0800 1200 1600}. */
    private boolean areTimes() {
        for (int group = first; group <= last; group++) {
            String time = groups.digits(group, group);
            if (time.length() != 4 || time.compareTo("2400") > 0 || time.charAt(2) > '5') {
                return false;
            }
        }
        return !isInOnePiece();
    }

    /** Such as 1234567890 or 7777777: digits that somebody typed to have some. */
    private boolean isRunOfDigits() {
        int step = digits.charAt(1) - digits.charAt(0);
        for (int i = 1; i < digits.length(); i++) {
            int next = digits.charAt(i) - digits.charAt(i - 1);
            if ((next + 10) % 10 != (step + 10) % 10) {
                return false;
            }
        }
        return isInOnePiece() && Math.abs(step) <= 1;
    }

    private boolean hasJointOtherThanSpace() {
        for (int group = first; group < last; group++) {
            for (int place = groups.end(group); place < groups.start(group + 1); place++) {
                if (text.at(place) != ' ') {
                    return true;
                }
            }
        }
        return false;
    }
}

package com.recipechatbot.analytics.privacy.redact.number;

/** Whether groups of digits are a phone number, by their form and the numbering plans. */
final class PhoneShape {

    static final int FEWEST_DIGITS = 6;
    static final int MOST_DIGITS = 17;

    private static final int FEWEST_BY_ITSELF = 9;
    private static final int MOST_WITH_TRUNK_ZERO = 13;

    private final GroupRange range;
    private final String digits;
    private final boolean isInternational;

    PhoneShape(GroupRange range, boolean isInternational) {
        this.range = range;
        this.digits = range.digits();
        this.isInternational = isInternational;
    }

    int end() {
        return range.end();
    }

    boolean isInOnePiece() {
        return range.isInOnePiece();
    }

    /** Six digits only in one piece, and the longest numbers only with the international dialling prefix. */
    boolean isLongEnough() {
        int fewest = isInOnePiece() ? FEWEST_DIGITS : FEWEST_DIGITS + 1;
        int most = digits.startsWith("00") ? MOST_DIGITS : MOST_DIGITS - 2;
        return digits.length() >= fewest && digits.length() <= most;
    }

    /** Whether it is a phone number even without a word that says so. */
    boolean isPhone() {
        if (isInternational) {
            return isNorthAmerican() || NumberingPlans.assignInternational(digits);
        }
        if (digits.length() < FEWEST_BY_ITSELF || OrdinaryNumbers.are(range)) {
            return false;
        }
        boolean maybeList = range.isJoinedBySpacesOnly() && (range.size() == 2 || OrdinaryNumbers.areMeasured(range));
        if ((isNorthAmerican() && !maybeList) || hasAreaInBrackets()) {
            return true;
        }
        if (digits.startsWith("00")) {
            return NumberingPlans.assignInternational(digits.substring(2));
        }
        return digits.charAt(0) == '0' ? isWithTrunkZero() : isWithoutTrunkZero();
    }

    /** Whether it can be one next to a word for phones. */
    boolean mayBePhone() {
        if (isInternational) {
            return true;
        }
        boolean ordinary = OrdinaryNumbers.isDate(range)
                || OrdinaryNumbers.isDecimal(range)
                || (OrdinaryNumbers.areTimes(range) && !range.isJoinedBySpacesOnly());
        return !ordinary && (range.longestGroup() >= 3 || range.size() >= 4);
    }

    /** Whether it can be one next to "my number is": other numbers are shorter or have no groups. */
    boolean mayBeNumber() {
        boolean longEnough = digits.length() > (isInOnePiece() ? FEWEST_DIGITS + 1 : FEWEST_DIGITS);
        return mayBePhone() && longEnough && range.longestGroup() >= 3;
    }

    /** Groups of 3-3-4, or 3-7, with or without a country code; not a range and a number, {@code 350-375 1200}. */
    private boolean isNorthAmerican() {
        int size = range.size();
        boolean code = range.group(0).equals("1") || range.group(0).equals("001");
        if (size == 3 || (size == 4 && code)) {
            boolean rangeAndNumber =
                    range.joint(size - 3).equals("-") && range.joint(size - 2).equals(" ");
            if (range.lengthFromEnd(2) == 3 && range.lengthFromEnd(1) == 3 && range.lengthFromEnd(0) == 4) {
                return !rangeAndNumber;
            }
        }
        return (size == 2 || (size == 3 && code)) && range.lengthFromEnd(1) == 3 && range.lengthFromEnd(0) == 7;
    }

    /** An area code in brackets before the rest, such as {@code (11) 95555-0123}. */
    private boolean hasAreaInBrackets() {
        return digits.length() >= 10 && range.size() > 1 && range.joint(0).startsWith(")");
    }

    private boolean isWithTrunkZero() {
        if (isInOnePiece()) {
            return digits.length() <= MOST_WITH_TRUNK_ZERO - 2 && NumberingPlans.assignWithTrunkZero(digits);
        }
        return digits.length() <= MOST_WITH_TRUNK_ZERO
                && (range.length(0) > 1 || NumberingPlans.assignWithTrunkZero(digits));
    }

    private boolean isWithoutTrunkZero() {
        return endsInHyphenatedPairs()
                || isAmericanOrIndian()
                || (isAustralian() && NumberingPlans.assignIn("AU", digits))
                || (isBrazilian() && NumberingPlans.assignIn("BR", digits))
                || (isSpanish() && NumberingPlans.assignIn("ES", digits))
                || (beginsWithCountryCode() && NumberingPlans.assignInternational(digits));
    }

    private boolean isAmericanOrIndian() {
        boolean tenDigits = digits.length() == 10;
        boolean american = isInOnePiece() && (tenDigits || (digits.length() == 11 && digits.charAt(0) == '1'));
        boolean indian = tenDigits && digits.charAt(0) >= '6' && (isInOnePiece() || range.length(0) >= 4);
        return ((american || isNorthAmerican()) && NumberingPlans.assignIn("US", digits))
                || (indian && range.size() <= 3 && NumberingPlans.assignIn("IN", digits));
    }

    /** A nationwide number, such as {@code 1300 555 012}. */
    private boolean isAustralian() {
        return digits.length() == 10 && digits.charAt(0) == '1' && (isInOnePiece() || range.length(0) == 4);
    }

    /**
     * An area code of two digits and a subscriber's number in two groups; in one piece only a mobile number, which
     * begins with 9.
     */
    private boolean isBrazilian() {
        if (isInOnePiece()) {
            return digits.length() == 11 && digits.charAt(2) == '9';
        }
        return range.size() == 3 && range.length(0) == 2 && range.joint(1).equals("-") && range.length(2) == 4;
    }

    private boolean isSpanish() {
        return range.size() == 4 && range.length(0) == 3 && digits.length() == 9 && range.isEvenlyJoined();
    }

    /** Written as an international number that lost its plus: a short first group, a long last one. */
    private boolean beginsWithCountryCode() {
        return range.size() >= 3
                && range.size() <= 5
                && range.length(0) <= 3
                && range.lengthFromEnd(0) >= 4
                && digits.length() <= MOST_WITH_TRUNK_ZERO;
    }

    /**
     * Ends like {@code 555-01-23}, a form that many countries use for subscriber numbers and nobody uses for anything
     * else.
     */
    private boolean endsInHyphenatedPairs() {
        int size = range.size();
        return size >= 3
                && digits.length() > FEWEST_BY_ITSELF
                && range.lengthFromEnd(0) == 2
                && range.lengthFromEnd(1) == 2
                && range.lengthFromEnd(2) == 3
                && range.joint(size - 2).equals("-")
                && range.joint(size - 3).equals("-")
                && digits.length() <= MOST_WITH_TRUNK_ZERO;
    }
}

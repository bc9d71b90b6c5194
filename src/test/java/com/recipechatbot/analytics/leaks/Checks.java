package com.recipechatbot.analytics.leaks;

import java.math.BigInteger;

/** Check digits, so that planted numbers are valid ones. */
final class Checks {

    private Checks() {}

    static String withLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    static String iban(String country, String account) {
        StringBuilder number = new StringBuilder(account);
        (country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int rest = new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        return "%s%02d%s".formatted(country, 98 - rest, account);
    }
}

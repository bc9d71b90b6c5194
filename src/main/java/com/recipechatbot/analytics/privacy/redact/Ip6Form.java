package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;

/** The text form of an IPv6 address. */
final class Ip6Form {

    private static final int GROUPS = 8;
    private static final int LONGEST = 45;

    private Ip6Form() {}

    static boolean matches(String address) {
        if (address.length() > LONGEST || !saysSomething(address)) {
            return false;
        }
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address) == GROUPS;
        }
        int before = groups(address.substring(0, gap));
        int after = groups(address.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after > 0 && before + after < GROUPS;
    }

    /** How many groups of 16 bits a part has, none for an empty one, or -1 when one of them is invalid. */
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int count = 0;
        String[] groups = part.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            boolean isVersion4 = i == groups.length - 1 && groups[i].indexOf('.') > 0;
            if (isVersion4 ? !isDottedQuad(groups[i]) : !isHexadecimal(groups[i])) {
                return -1;
            }
            count += isVersion4 ? 2 : 1;
        }
        return count;
    }

    private static boolean isHexadecimal(String group) {
        return !group.isEmpty() && group.length() <= 4 && group.indexOf('.') < 0;
    }

    private static boolean isDottedQuad(String group) {
        String[] octets = group.split("\\.", -1);
        for (String octet : octets) {
            if (octet.isEmpty() || octet.length() > 3 || !octet.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return octets.length == 4;
    }

    /** Words and abbreviations such as {@code a::b} may have this form by chance. */
    private static boolean saysSomething(String address) {
        int letters = 0;
        for (int i = 0; i < address.length(); i++) {
            if (LookAlikes.isDigit(address.charAt(i))) {
                return true;
            }
            letters += address.charAt(i) == ':' ? 0 : 1;
        }
        return letters >= 6;
    }
}

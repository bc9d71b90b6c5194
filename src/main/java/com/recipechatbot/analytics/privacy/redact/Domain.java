package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.redact.text.ShadowText;

/** The host names of e-mail addresses. */
final class Domain {

    private Domain() {}

    /** The end of the domain that starts at a place, or -1: labels separated by dots, the last one of letters. */
    static int end(ShadowText text, int start) {
        if (text.at(start) == '[') {
            return bracketedEnd(text, start);
        }
        int end = -1;
        int label = start;
        int place = start;
        while (true) {
            while (isLabel(text, place)) {
                place++;
            }
            int labelEnd = place;
            while (labelEnd > label && text.at(labelEnd - 1) == '-') {
                labelEnd--;
            }
            if (labelEnd == label) {
                return end;
            }
            if (label > start && isTopLevel(text, label, labelEnd)) {
                end = labelEnd;
            }
            if (text.at(place) != '.' || labelEnd < place) {
                return end;
            }
            label = ++place;
        }
    }

    private static int bracketedEnd(ShadowText text, int start) {
        int place = start + 1;
        while (text.isLetterOrDigit(place) || text.at(place) == '.' || text.at(place) == ':') {
            place++;
        }
        return text.at(place) == ']' && place > start + 1 ? place + 1 : -1;
    }

    private static boolean isLabel(ShadowText text, int place) {
        return text.isLetterOrDigit(place) || text.at(place) == '-' || text.at(place) == '_';
    }

    /** At least two letters, or a punycode label such as {@code xn--p1ai}. */
    private static boolean isTopLevel(ShadowText text, int start, int end) {
        if (text.startsWith("xn--", start)) {
            return true;
        }
        for (int place = start; place < end; place++) {
            if (!text.isLetter(place)) {
                return false;
            }
        }
        return end - start >= 2;
    }
}

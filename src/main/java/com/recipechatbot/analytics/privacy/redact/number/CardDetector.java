package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Cue;
import com.recipechatbot.analytics.privacy.redact.text.Cues;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;

/** Claims card numbers: an issuer's prefix and length, a correct check digit, in one piece or in groups. */
public final class CardDetector implements Detector {

    private static final int SHORTEST_UNCUED = 13;
    private static final int IN_FOURS = 16;
    private static final int WIDEST_JOINT = 3;

    @Override
    public int signals() {
        return Signals.DIGITS;
    }

    @Override
    public void claimIn(ShadowText text) {
        DigitGroups groups = text.digitGroups();
        for (int first = 0; first < groups.size(); first++) {
            int last = lastGroup(text, groups, first);
            if (last >= 0) {
                text.claim(PersonalDataType.CARD, groups.start(first), groups.end(last));
                first = last;
            }
        }
    }

    /** The last group of the longest card that begins with the first one, or -1. */
    private static int lastGroup(ShadowText text, DigitGroups groups, int first) {
        if (!groups.isFree(first) || continuesNumber(text, groups.start(first))) {
            return -1;
        }
        int found = -1;
        int length = 0;
        for (int last = first; last < groups.size() && groups.isFree(last); last++) {
            length += groups.length(last);
            if (length > CardIssuers.LONGEST) {
                break;
            }
            if (length >= CardIssuers.SHORTEST && isCard(text, groups, first, last)) {
                found = last;
            }
            if (!isJoined(groups, first, last)) {
                break;
            }
        }
        return found;
    }

    private static boolean isCard(ShadowText text, DigitGroups groups, int first, int last) {
        // Hyphens and dots hold a longer number together, so a card inside it is chance; a space does not.
        char joint = text.at(groups.end(last));
        if ((joint == '-' || joint == '.') && text.isDigit(groups.end(last) + 1)) {
            return false;
        }
        String digits = groups.digits(first, last);
        boolean goesOn = digits.length() < IN_FOURS
                && isJoined(groups, first, last)
                && groups.length(last + 1) == 4
                && groups.isFree(last + 1);
        if (goesOn || !isGrouped(groups, first, last) || !CardIssuers.issue(digits)) {
            return false;
        }
        Cue cue = Cues.before(text, groups.start(first));
        return cue == Cue.CARD || (cue != Cue.REFERENCE && (first == last || digits.length() >= SHORTEST_UNCUED));
    }

    /** Four digits first and no short group except the last, or all groups alike: a list of numbers is neither. */
    private static boolean isGrouped(DigitGroups groups, int first, int last) {
        int length = groups.length(first);
        boolean alike = true;
        boolean inFours = length == 4;
        for (int group = first + 1; group < last; group++) {
            alike &= groups.length(group) == length;
            inFours &= groups.length(group) >= 4;
        }
        return inFours || (alike && groups.length(last) <= length);
    }

    /** Whether the digits continue a decimal number, a phone number or a longer code. */
    private static boolean continuesNumber(ShadowText text, int start) {
        char before = text.at(start - 1);
        return before == '+' || ((before == '.' || before == ',' || before == '-') && text.isDigit(start - 2));
    }

    /**
     * Whether the next group may belong to the same card: joined as the first two are, over at most three characters.
     */
    private static boolean isJoined(DigitGroups groups, int first, int last) {
        if (last + 1 >= groups.size() || groups.gap(last) > WIDEST_JOINT) {
            return false;
        }
        char joint = joint(groups.joint(last));
        char pattern = joint(groups.joint(first));
        boolean decimal = joint == '.' && groups.length(first) != 4;
        boolean mixed =
                groups.length(first) == 4 && (joint == ' ' || joint == '-') && (pattern == ' ' || pattern == '-');
        return joint != 0 && (joint == pattern || mixed) && !decimal;
    }

    /** The sign between two groups whatever the spaces around it, a space for spaces only, or 0 for anything else. */
    private static char joint(String between) {
        String sign = between.strip();
        if (sign.isEmpty()) {
            return ' ';
        }
        boolean one = sign.length() == 1 || (sign.length() == 2 && sign.charAt(0) == sign.charAt(1));
        return one && "-./_".indexOf(sign.charAt(0)) >= 0 ? sign.charAt(0) : 0;
    }
}

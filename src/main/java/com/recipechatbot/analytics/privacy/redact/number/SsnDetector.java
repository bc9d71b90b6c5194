package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Cue;
import com.recipechatbot.analytics.privacy.redact.text.Cues;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;

/**
 * Claims US social security numbers written 3-2-4, and in any grouping next to a word that says so; there also
 * Canadian social insurance numbers.
 */
public final class SsnDetector implements Detector {

    private static final int LENGTH = 9;

    @Override
    public int signals() {
        return Signals.DIGITS;
    }

    @Override
    public void claimIn(ShadowText text) {
        DigitGroups groups = text.digitGroups();
        for (int first = 0; first < groups.size(); first++) {
            int last = lastGroup(groups, first);
            if (last >= 0 && isSsn(text, groups, first, last)) {
                text.claim(PersonalDataType.SSN, groups.start(first), groups.end(last));
                first = last;
            }
        }
    }

    /** The last of the groups that have nine digits together, or -1. */
    private static int lastGroup(DigitGroups groups, int first) {
        int length = 0;
        for (int last = first; last < groups.size() && groups.isFree(last); last++) {
            length += groups.length(last);
            if (length == LENGTH) {
                return last;
            }
            if (length > LENGTH || last + 1 == groups.size() || groups.gap(last) > 3) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isSsn(ShadowText text, DigitGroups groups, int first, int last) {
        int start = groups.start(first);
        int end = groups.end(last);
        if (isPartOfMore(text, start, end) || !isJoined(groups, first, last)) {
            return false;
        }
        String digits = groups.digits(first, last);
        Cue cue = Cues.before(text, start);
        if (cue == Cue.SSN) {
            return isAssignable(digits) || CardIssuers.isLuhnValid(digits);
        }
        boolean written324 = last - first == 2 && groups.length(first) == 3 && groups.length(first + 1) == 2;
        return written324
                && cue != Cue.REFERENCE
                && isAssignable(digits)
                && (!groups.joint(first).equals(" ") || isApart(text, start, end));
    }

    /** Spaces also separate other numbers, so no number may be adjacent, and no unit may follow. */
    private static boolean isApart(ShadowText text, int start, int end) {
        return !text.isDigit(start - 2) && !text.isDigit(end + 1) && !Cues.isUnitAfter(text, end);
    }

    /** The same separator throughout; a hyphen may have spaces around it. */
    private static boolean isJoined(DigitGroups groups, int first, int last) {
        for (int group = first; group < last; group++) {
            String joint = groups.joint(group);
            boolean known =
                    joint.equals(" ") || joint.equals(".") || joint.strip().equals("-");
            if (!known || !joint.equals(groups.joint(first))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPartOfMore(ShadowText text, int start, int end) {
        char before = text.at(start - 1);
        char after = text.at(end);
        return text.isLetter(start - 1)
                || text.isLetter(end)
                || Cues.isCurrency(before)
                || ((before == '-' || before == '.' || before == '+') && !text.isLetter(start - 2))
                || ((after == '-' || after == '.') && text.isDigit(end + 1));
    }

    /** No area 000, 666 or 9xx, no group 00, no serial number 0000. */
    private static boolean isAssignable(String digits) {
        return !digits.startsWith("000")
                && !digits.startsWith("666")
                && digits.charAt(0) != '9'
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }
}

package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Cue;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import java.util.function.Predicate;

/**
 * Claims phone numbers: international ones, ones that are valid in known regions, ones written as only phone numbers
 * are, and any next to a word such as "call".
 */
public final class PhoneDetector implements Detector {

    private static final int MOST_GROUPS = 12;
    private static final int WIDEST_JOINT = 4;
    private static final String JOINTS = " -./()";

    @Override
    public int signals() {
        return Signals.DIGITS;
    }

    @Override
    public void claimIn(ShadowText text) {
        DigitGroups groups = text.digitGroups();
        for (int first = 0; first < groups.size(); first++) {
            if (groups.isFree(first)) {
                first = Math.max(first, claimFrom(text, groups, first));
            }
        }
    }

    /** Claims the number that begins with a group and returns its last group, or -1. */
    private static int claimFrom(ShadowText text, DigitGroups groups, int first) {
        int last = first;
        int digits = groups.length(first);
        while (last - first + 1 < MOST_GROUPS && digits <= PhoneShape.MOST_DIGITS && isJoined(text, groups, last)) {
            last++;
            digits += groups.length(last);
        }
        if (digits < PhoneShape.FEWEST_DIGITS) {
            return -1;
        }
        PhoneContext context = PhoneContext.of(text, groups, first);
        if (context.isExcluded()) {
            return -1;
        }
        int dates = context.cue() == Cue.PHONE ? -1 : DateRange.last(groups, first);
        if (dates >= 0) {
            return dates;
        }
        // A number that needs no cue goes first, so that a cue does not claim what follows the number.
        int end = longest(text, groups, first, last, context, PhoneShape::isPhone);
        if (end < 0) {
            end = longest(text, groups, first, last, context, shape -> context.isCued(text, shape));
        }
        return end < 0 ? -1 : claim(text, groups, context, end);
    }

    /** The last group of the longest number from the first to the last group that the condition accepts, or -1. */
    private static int longest(
            ShadowText text,
            DigitGroups groups,
            int first,
            int last,
            PhoneContext context,
            Predicate<PhoneShape> condition) {
        for (int end = last; end >= first; end--) {
            PhoneShape shape = new PhoneShape(new GroupRange(groups, first, end), context.isInternational());
            if (shape.isLongEnough() && context.allows(text, shape) && condition.test(shape)) {
                return end;
            }
        }
        return -1;
    }

    private static int claim(ShadowText text, DigitGroups groups, PhoneContext context, int last) {
        int end = PhoneExtension.end(text, groups.end(last));
        text.claim(PersonalDataType.PHONE, context.start(), end);
        int covered = last;
        while (covered + 1 < groups.size() && groups.end(covered + 1) <= end) {
            covered++;
        }
        return covered;
    }

    private static boolean isJoined(ShadowText text, DigitGroups groups, int group) {
        if (group + 1 == groups.size() || groups.gap(group) > WIDEST_JOINT || !groups.isFree(group + 1)) {
            return false;
        }
        for (int place = groups.end(group); place < groups.start(group + 1); place++) {
            if (JOINTS.indexOf(text.at(place)) < 0) {
                return false;
            }
        }
        return true;
    }
}

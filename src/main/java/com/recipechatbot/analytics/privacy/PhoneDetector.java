package com.recipechatbot.analytics.privacy;

/**
 * Claims phone numbers: international ones, ones that are valid in the regions we know, ones written the way only phone
 * numbers are, and any beside a word such as "call".
 */
final class PhoneDetector implements Detector {

    private static final int MOST_GROUPS = 15;
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

    /** Claims the number that begins with a group and gives its last group, or -1. */
    private static int claimFrom(ShadowText text, DigitGroups groups, int first) {
        int last = first;
        while (last - first + 1 < MOST_GROUPS && last + 1 < groups.size() && isJoined(text, groups, last)) {
            last++;
        }
        PhoneContext context = PhoneContext.of(text, groups, first);
        for (int end = last; end >= first; end--) {
            PhoneShape shape = new PhoneShape(text, groups, first, end, context.isInternational());
            if (isFree(text, groups, context, shape, end) && shape.isPhone()) {
                return claim(text, groups, context, end);
            }
        }
        for (int end = last; end >= first; end--) {
            PhoneShape shape = new PhoneShape(text, groups, first, end, context.isInternational());
            if (isFree(text, groups, context, shape, end)
                    && context.isCued(text, groups.end(end))
                    && shape.mayBePhone()) {
                return claim(text, groups, context, end);
            }
        }
        return -1;
    }

    /** Letters may touch a number in groups; digits in one piece between letters are a code. */
    private static boolean isFree(
            ShadowText text, DigitGroups groups, PhoneContext context, PhoneShape shape, int last) {
        int end = groups.end(last);
        boolean touched = context.followsLetter() || text.isLetter(PhoneExtension.end(text, end));
        return shape.isLongEnough() && context.allows(text, end) && !(touched && shape.isInOnePiece());
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
        if (groups.gap(group) > 3 || !groups.isFree(group + 1)) {
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

package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.redact.text.Cue;
import com.recipechatbot.analytics.privacy.redact.text.Cues;
import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;

/** The text before a possible phone number, and where that number would begin. */
record PhoneContext(int start, boolean isInternational, boolean followsLetter, Cue cue, boolean isExcluded) {

    static PhoneContext of(ShadowText text, DigitGroups groups, int first) {
        int start = groups.start(first);
        boolean international = false;
        while (text.at(start - 1) == '+'
                || (text.at(start - 1) == '(' && (international || closes(text, groups, first)))) {
            start--;
            international |= text.at(start) == '+';
        }
        boolean encoded = text.startsWith("%2b", start - 3);
        if (encoded) {
            start -= 3;
            international = true;
        }
        Cue cue = Cues.before(text, start);
        // A plus begins a number whatever precedes it, such as the day of a path.
        boolean excluded = !international
                && (continuesNumber(text, start)
                        || cue == Cue.REFERENCE
                        || cue == Cue.VERSION
                        || isAfterCurrency(text, start));
        return new PhoneContext(start, international, !encoded && text.isLetter(start - 1), cue, excluded);
    }

    private static boolean closes(ShadowText text, DigitGroups groups, int first) {
        return text.at(groups.end(first)) == ')';
    }

    private static boolean continuesNumber(ShadowText text, int start) {
        char before = text.at(start - 1);
        return (before == '.' || before == ',' || before == '-' || before == '/' || before == ':')
                && text.isDigit(start - 2);
    }

    private static boolean isAfterCurrency(ShadowText text, int start) {
        return Cues.isCurrency(text.at(start - 1))
                || (text.at(start - 1) == ' ' && Cues.isCurrency(text.at(start - 2)));
    }

    /** Whether nothing after the number makes it something else. Digits enclosed by letters are a code. */
    boolean allows(ShadowText text, PhoneShape shape) {
        int end = shape.end();
        char after = text.at(end);
        if ((after == '-' || after == '.' || after == ',' || after == ':') && text.isDigit(end + 1)) {
            return false;
        }
        boolean touched = followsLetter || text.isLetter(PhoneExtension.end(text, end));
        return !(touched && shape.isInOnePiece()) && (isInternational || !isQuantity(text, shape));
    }

    /** A unit makes any number a quantity, except a number in phone form after a phone cue. */
    private boolean isQuantity(ShadowText text, PhoneShape shape) {
        return Cues.isUnitAfter(text, shape.end()) && !(cue == Cue.PHONE && shape.isPhone());
    }

    /** Whether a plus sign, or a word before or after, marks this as a phone number. */
    boolean isCued(ShadowText text, PhoneShape shape) {
        boolean phone = isInternational || cue == Cue.PHONE || Cues.isPhoneAfter(text, shape.end());
        return (phone && shape.mayBePhone()) || (cue == Cue.NUMBER && shape.mayBeNumber());
    }
}

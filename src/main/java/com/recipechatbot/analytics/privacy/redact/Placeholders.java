package com.recipechatbot.analytics.privacy.redact;

import java.util.ArrayList;
import java.util.List;

/** The placeholders that an earlier redaction may have put into a text. */
final class Placeholders {

    private static final List<String> ALL = all();

    private Placeholders() {}

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (PersonalDataType type : PersonalDataType.values()) {
            all.add(type.placeholder());
        }
        all.add(Redaction.WITHHELD_TEXT);
        return List.copyOf(all);
    }

    /** The length of the placeholder at a place, or 0. */
    static int lengthAt(String text, int place) {
        if (text.charAt(place) != '[') {
            return 0;
        }
        for (String placeholder : ALL) {
            if (text.startsWith(placeholder, place)) {
                return placeholder.length();
            }
        }
        return 0;
    }
}

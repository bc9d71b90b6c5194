package com.recipechatbot.analytics.privacy.redact.text;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.util.ArrayList;
import java.util.List;

/** The placeholders that an earlier redaction may have put into a text. */
public final class Placeholders {

    /** What a text becomes when a detector failed. */
    public static final String WITHHELD = "[REDACTED]";

    private static final List<String> ALL = all();

    private Placeholders() {}

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (PersonalDataType type : PersonalDataType.values()) {
            all.add(type.placeholder());
        }
        all.add(WITHHELD);
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

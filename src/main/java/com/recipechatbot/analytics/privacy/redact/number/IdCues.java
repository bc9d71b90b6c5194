package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Phrases;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words that mark what follows them as an id, a secret, a date of birth, an age or a handle. */
final class IdCues {

    private static final Map<String, Kind> KINDS = kinds();
    private static final Phrases PHRASES = new Phrases(List.copyOf(KINDS.keySet()));

    /** What follows. */
    enum Kind {
        /** Letters and digits in groups. */
        CODE(PersonalDataType.ID),
        /** A day, or a year. */
        BIRTH(PersonalDataType.BIRTH),
        /** A number of years. */
        AGE(PersonalDataType.BIRTH),
        /** Anything without a space. */
        SECRET(PersonalDataType.SECRET),
        /** A few digits. */
        PIN(PersonalDataType.SECRET),
        /** The name of an account. */
        HANDLE(PersonalDataType.ID),
        /** Degrees of latitude and longitude. */
        PLACE(PersonalDataType.ID);

        private final PersonalDataType type;

        Kind(PersonalDataType type) {
            this.type = type;
        }

        PersonalDataType type() {
            return type;
        }
    }

    /** @param end where the words end in the text */
    record Found(Kind kind, int end) {}

    private IdCues() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        for (String row : Resource.rows("ids.csv")) {
            int comma = row.indexOf(',');
            Kind kind = Kind.valueOf(row.substring(comma + 1).toUpperCase(Locale.ROOT));
            kinds.put(row.substring(0, comma), kind);
            kinds.put(row.substring(0, comma) + "s", kind);
        }
        return Map.copyOf(kinds);
    }

    /** The longest phrase that begins at a word, or null. Accents are ignored, as people often omit them. */
    static Found at(ShadowText text, int start) {
        int end = PHRASES.end(text, start);
        if (end < 0) {
            return null;
        }
        return new Found(KINDS.get(text.substring(start, end).toLowerCase(Locale.ROOT)), end);
    }
}

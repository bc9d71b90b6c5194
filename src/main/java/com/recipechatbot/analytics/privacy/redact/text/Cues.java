package com.recipechatbot.analytics.privacy.redact.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decides from the words around a number what it is. Looks at a bounded number of words in any text. */
public final class Cues {

    private static final int WORDS_BEFORE = 7;
    private static final int WORDS_AFTER = 5;
    private static final Set<String> OWN = Set.of("my", "his", "her", "our", "their");
    private static final int LONGEST_WORD = 24;
    private static final String CURRENCIES = "$£€¥₹";

    private static final Map<String, Cue> BEFORE = before();
    private static final Set<String> UNITS = new HashSet<>(Resource.lines("units.txt"));

    private Cues() {}

    private static Map<String, Cue> before() {
        Map<String, Cue> cues = new HashMap<>();
        List<String> rows = Resource.lines("cues.csv");
        for (String row : rows.subList(1, rows.size())) {
            int comma = row.indexOf(',');
            cues.put(
                    row.substring(0, comma),
                    Cue.valueOf(row.substring(comma + 1).toUpperCase(Locale.ROOT)));
        }
        return Map.copyOf(cues);
    }

    /** What the nearest cue word before a place says; {@code NONE} when another word is in between. */
    public static Cue before(ShadowText text, int place) {
        int end = place;
        boolean number = false;
        boolean reference = false;
        boolean isFor = false;
        int mask = place;
        for (int words = 0; words < WORDS_BEFORE; words++) {
            while (isGap(text.at(end - 1))) {
                reference |= text.at(end - 1) == '#';
                end--;
            }
            // "Call A or B": what introduces a value also introduces the next one.
            if (text.at(end - 1) == ShadowText.MASK && mask - end > 1) {
                end--;
                mask = end;
                continue;
            }
            int start = wordStart(text, end);
            if (start == end) {
                break;
            }
            String word = word(text, start, end);
            Cue cue = BEFORE.getOrDefault(word, Cue.NONE);
            if (cue == Cue.NUMBER) {
                number = true;
            } else if (cue == Cue.FILLER) {
                isFor |= word.equals("for");
            } else if (cue == Cue.NONE || (cue == Cue.REFERENCE && isFor)) {
                // "Recipe for" is not followed by the number of a recipe.
                break;
            } else {
                return cue;
            }
            end = start;
        }
        if (reference) {
            return Cue.REFERENCE;
        }
        return number ? Cue.NUMBER : Cue.NONE;
    }

    /** Whether what follows turns the number before it into a quantity. */
    public static boolean isUnitAfter(ShadowText text, int place) {
        int start = place;
        while (text.at(start) == ' ' || text.at(start) == '-') {
            start++;
        }
        if (text.at(start) == '%' || text.at(start) == '°' || CURRENCIES.indexOf(text.at(start)) >= 0) {
            return true;
        }
        int end = wordEnd(text, start);
        return end > start && UNITS.contains(word(text, start, end));
    }

    /** Whether the words after the number say that it is a phone's: "(mobile)", "is my new number". */
    public static boolean isPhoneAfter(ShadowText text, int place) {
        int end = place;
        boolean own = false;
        for (int words = 0; words < WORDS_AFTER; words++) {
            int start = end;
            while (text.at(start) == ' ' || text.at(start) == '-' || text.at(start) == '(') {
                start++;
            }
            end = wordEnd(text, start);
            String word = word(text, start, end);
            Cue cue = BEFORE.getOrDefault(word, Cue.NONE);
            if (cue == Cue.PHONE || (cue == Cue.NUMBER && own)) {
                return true;
            }
            if (cue != Cue.FILLER) {
                return false;
            }
            own |= OWN.contains(word);
        }
        return false;
    }

    public static boolean isCurrency(char character) {
        return CURRENCIES.indexOf(character) >= 0;
    }

    private static boolean isGap(char character) {
        return character == ' '
                || character == ':'
                || character == '#'
                || character == '='
                || character == '"'
                || character == '\''
                || character == '-'
                || character == '('
                || character == ')'
                || character == '.'
                || character == ','
                || character == '+'
                || character == '*'
                || character == ';'
                || character == '&'
                || character == '/'
                || character == '\t';
    }

    private static int wordStart(ShadowText text, int end) {
        int start = end;
        while (end - start < LONGEST_WORD && text.isLetter(start - 1)) {
            start--;
        }
        return start;
    }

    private static int wordEnd(ShadowText text, int start) {
        int end = start;
        while (end - start < LONGEST_WORD && text.isLetter(end)) {
            end++;
        }
        return end;
    }

    private static String word(ShadowText text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}

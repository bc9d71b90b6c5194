package com.recipechatbot.analytics.privacy.redact;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Claims a house number with its street, and what follows "my address is". Other places remain: a documented gap. */
final class AddressDetector implements Detector {

    private static final Phrases INTRODUCTIONS = new Phrases(Resource.lines("address_introductions.txt"));
    private static final Set<String> STREETS = new HashSet<>(Resource.lines("streets.txt"));
    private static final String ENDS_INTRODUCED = "\n!?;" + ShadowText.MASK;
    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 4;

    @Override
    public int signals() {
        return Signals.WORD;
    }

    @Override
    public void claimIn(ShadowText text) {
        for (int place = 0; place < text.length(); place++) {
            int introduced = INTRODUCTIONS.end(text, place);
            if (introduced > 0) {
                claimIntroduced(text, introduced);
            }
        }
        DigitGroups groups = text.digitGroups();
        for (int group = 0; group < groups.size(); group++) {
            if (groups.isFree(group) && !text.isLetterOrDigit(groups.start(group) - 1)) {
                claimStreet(text, groups.start(group));
            }
        }
    }

    private static void claimIntroduced(ShadowText text, int introduced) {
        int start = introduced;
        while (text.at(start) == ' ' || text.at(start) == ':') {
            start++;
        }
        int end = introducedEnd(text, start);
        if (end > start) {
            text.claim(PersonalDataType.ADDRESS, start, end);
        }
    }

    /** Up to the end of the sentence, if it holds a number: without one it is a town at most. */
    private static int introducedEnd(ShadowText text, int start) {
        int end = start;
        boolean number = false;
        while (end - start < LONGEST && ENDS_INTRODUCED.indexOf(text.at(end)) < 0 && !endsSentence(text, end)) {
            number |= text.isDigit(end);
            end++;
        }
        while (end > start && !text.isLetterOrDigit(end - 1)) {
            end--;
        }
        return number ? end : start;
    }

    private static boolean endsSentence(ShadowText text, int place) {
        boolean abbreviation = text.isLetter(place - 1) && !text.isLetter(place - 4);
        return text.at(place) == '.' && !text.isLetterOrDigit(place + 1) && !abbreviation;
    }

    private static void claimStreet(ShadowText text, int start) {
        int word = wordEnd(text, start);
        if (word - start > 6) {
            return;
        }
        for (int words = 0; words <= MOST_WORDS && text.at(word) == ' '; words++) {
            word++;
            int end = wordEnd(text, word);
            if (end == word || (!Character.isUpperCase(text.at(word)) && !text.isDigit(word))) {
                return;
            }
            if (words > 0 && STREETS.contains(text.substring(word, end).toLowerCase(Locale.ROOT))) {
                text.claim(PersonalDataType.ADDRESS, start, end);
                return;
            }
            word = text.at(end) == '.' ? end + 1 : end;
        }
    }

    private static int wordEnd(ShadowText text, int start) {
        int end = start;
        while (text.isLetterOrDigit(end) || ((text.at(end) == '\'' || text.at(end) == '-') && text.isLetter(end + 1))) {
            end++;
        }
        return end;
    }
}

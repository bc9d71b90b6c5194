package com.recipechatbot.analytics.privacy.redact.person;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Phrases;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what follows words such as "my name is", which is masked whatever it is: no list knows every name. */
final class IntroducedNames {

    private static final Phrases INTRODUCTIONS = new Phrases(introductions());
    private static final Set<String> NO_NAMES = new HashSet<>(Resource.lines("no_names.txt"));
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_WORD = 30;

    private IntroducedNames() {}

    private static List<String> introductions() {
        return Resource.rows("introductions.csv").stream()
                .filter(row -> row.endsWith(",always"))
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
    }

    static Stretches in(ShadowText text) {
        Stretches names = new Stretches(text, PersonalDataType.PERSON);
        Tokens tokens = text.tokens();
        for (int token = 0; token < tokens.size(); token++) {
            int introduced = tokens.isWord(token) ? INTRODUCTIONS.end(text, tokens.start(token)) : -1;
            if (introduced > 0) {
                int start = skipSpelled(text, skipPunctuation(text, introduced));
                int end = nameEnd(text, start);
                if (end > start) {
                    names.add(start, end);
                }
            }
        }
        return names;
    }

    /** "My name's spelled Krzysztof" */
    private static int skipSpelled(ShadowText text, int start) {
        int end = wordEnd(text, start);
        boolean spelled = text.startsWith("spelled", start) || text.startsWith("spelt", start);
        return spelled && text.at(end) == ' ' && Character.isUpperCase(text.at(end + 1)) ? end + 1 : start;
    }

    private static int skipPunctuation(ShadowText text, int end) {
        int start = end;
        while (start - end < 3 && " :,\n\"'*".indexOf(text.at(start)) >= 0 && start < text.length()) {
            start++;
        }
        return start;
    }

    /** A capitalized name of up to four words, or one lower-case word that is likely a name. */
    private static int nameEnd(ShadowText text, int start) {
        int end = start;
        int word = start;
        for (int words = 0; words < MOST_WORDS; words++) {
            int wordEnd = wordEnd(text, word);
            boolean capital = Character.isUpperCase(text.at(word)) || isUncased(text.at(word));
            if (wordEnd == word || (!capital && words > 0)) {
                break;
            }
            if (NO_NAMES.contains(text.substring(word, wordEnd).toLowerCase(Locale.ROOT))) {
                break;
            }
            end = wordEnd;
            if (!capital) {
                break;
            }
            // After an initial, a dot does not end the name; after any other word it ends the sentence.
            word = wordEnd - word == 1 && text.at(wordEnd) == '.' ? wordEnd + 1 : wordEnd;
            if (text.at(word) != ' ') {
                break;
            }
            word++;
        }
        return end;
    }

    private static int wordEnd(ShadowText text, int start) {
        int end = start;
        while (end - start < LONGEST_WORD
                && (text.isLetter(end) || (isInside(text.at(end)) && text.isLetter(end + 1) && end > start))) {
            end++;
        }
        return end;
    }

    private static boolean isInside(char character) {
        return character == '\'' || character == '-';
    }

    private static boolean isUncased(char character) {
        return Character.isLetter(character) && !Character.isLowerCase(character);
    }
}

package com.recipechatbot.analytics.privacy.redact.person;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Phrases;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.Role;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Tokens;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what follows "my address is" up to the end of the sentence, and a house number with a street in capitals: both
 * are masked even if {@link AddressParts} cannot read them.
 */
final class CertainAddresses {

    private static final Phrases INTRODUCTIONS = new Phrases(Resource.lines("certain_address_introductions.txt"));
    private static final Set<String> STREETS = new HashSet<>(Resource.lines("capital_streets.txt"));
    private static final Set<String> ENDS = new HashSet<>(Resource.lines("address_ends.txt"));
    private static final String ENDS_SENTENCE = "\n!?;" + ShadowText.MASK;
    private static final int LONGEST = 80;
    private static final int LONGEST_NUMBER = 6;
    private static final int MOST_WORDS = 4;

    private final ShadowText text;
    private final Tokens tokens;
    private final AddressParts parts;

    private CertainAddresses(ShadowText text, Tokens tokens, AddressParts parts) {
        this.text = text;
        this.tokens = tokens;
        this.parts = parts;
    }

    static Stretches in(ShadowText text, Tokens tokens, AddressParts parts) {
        Stretches addresses = new Stretches(text, PersonalDataType.ADDRESS);
        CertainAddresses certain = new CertainAddresses(text, tokens, parts);
        for (int token = 0; token < tokens.size(); token++) {
            int start = tokens.start(token);
            int end = tokens.isWord(token) ? certain.introducedEnd(token) : -1;
            if (end > 0) {
                addresses.add(INTRODUCTIONS.end(text, start), end);
            }
            int spoken = tokens.is(token, Role.SPOKEN) ? parts.spoken(token) : -1;
            if (spoken > 0) {
                addresses.add(start, tokens.end(spoken));
            }
            if (tokens.isNumber(token) && !text.isLetterOrDigit(start - 1)) {
                int streetEnd = certain.streetEnd(token);
                if (streetEnd > 0) {
                    addresses.add(start, streetEnd);
                }
            }
        }
        return addresses;
    }

    /** The end of what follows an introduction that begins at a token, or -1. */
    private int introducedEnd(int token) {
        int introduced = INTRODUCTIONS.end(text, tokens.start(token));
        if (introduced < 0) {
            return -1;
        }
        int start = introduced;
        while (text.at(start) == ' ' || text.at(start) == ':') {
            start++;
        }
        int end = sentenceEnd(start);
        return end > start ? addressEnd(token, start, end) : -1;
    }

    /** The end of the sentence, if it holds a number: without one, it is a town at most. */
    private int sentenceEnd(int start) {
        int end = start;
        boolean number = false;
        while (end - start < LONGEST && ENDS_SENTENCE.indexOf(text.at(end)) < 0 && !endsSentence(end)) {
            number |= text.isDigit(end);
            end++;
        }
        return number ? end : start;
    }

    private boolean endsSentence(int place) {
        boolean abbreviation = text.isLetter(place - 1) && !text.isLetter(place - 4);
        return text.at(place) == '.' && !text.isLetterOrDigit(place + 1) && !abbreviation;
    }

    /** Where a sentence goes on after an address that can be read; else the end of the sentence. */
    private int addressEnd(int introduction, int start, int sentenceEnd) {
        int first = introduction;
        while (tokens.start(first) < start) {
            first++;
        }
        int last = parts.introduced(first, false);
        last = last < 0 ? parts.address(first) : last;
        if (last < 0) {
            return sentenceEnd;
        }
        int next = last + 1;
        while (tokens.start(next) < sentenceEnd && !isEnd(next)) {
            next++;
        }
        return Math.min(tokens.start(next), sentenceEnd);
    }

    private boolean isEnd(int token) {
        return tokens.isWord(token)
                && ENDS.contains(
                        text.substring(tokens.start(token), tokens.end(token)).toLowerCase(Locale.ROOT));
    }

    /** The end of the street whose house number begins at a token, or -1; two cups of rocky road are not a street. */
    private int streetEnd(int token) {
        int word = wordEnd(tokens.start(token));
        if (word - tokens.start(token) > LONGEST_NUMBER || isQuantity(token)) {
            return -1;
        }
        for (int words = 0; words <= MOST_WORDS && text.at(word) == ' '; words++) {
            word++;
            int end = wordEnd(word);
            if (end == word || (!Character.isUpperCase(text.at(word)) && !text.isDigit(word))) {
                return -1;
            }
            if (words > 0 && STREETS.contains(text.substring(word, end).toLowerCase(Locale.ROOT))) {
                return end;
            }
            word = text.at(end) == '.' ? end + 1 : end;
        }
        return -1;
    }

    /** A letter alone is a street rather than a unit: "1200 C Street". */
    private boolean isQuantity(int number) {
        return tokens.end(number + 1) - tokens.start(number + 1) > 1 && parts.isQuantity(number);
    }

    private int wordEnd(int start) {
        int end = start;
        while (text.isLetterOrDigit(end) || ((text.at(end) == '\'' || text.at(end) == '-') && text.isLetter(end + 1))) {
            end++;
        }
        return end;
    }
}

package com.recipechatbot.analytics.privacy.redact.person;

import com.recipechatbot.analytics.privacy.redact.text.Lexicon;
import com.recipechatbot.analytics.privacy.redact.text.Phrases;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.Role;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Tokens;

/** What speaks for a name and against it, in tenths: how common its words are as names, and the words around it. */
final class NameEvidence {

    static final int INTRODUCED = 40;
    static final int MAYBE_INTRODUCED = 25;

    private static final int ENOUGH = 15;
    private static final int SOON = 12;
    private static final Phrases FAMOUS_NAMES = new Phrases(Resource.lines("famous_names.txt"));
    private static final int[] FIRST = {0, 9, 15, 20};
    private static final int[] LAST = {0, 7, 10, 12};

    private final ShadowText text;
    private final Tokens tokens;
    private final Name name;
    private final int introduction;
    private final boolean shouted;

    NameEvidence(ShadowText text, Tokens tokens, Name name, int introduction, boolean shouted) {
        this.text = text;
        this.tokens = tokens;
        this.name = name;
        this.introduction = introduction;
        this.shouted = shouted;
    }

    boolean isEnough() {
        if (tokens.at(name.last() + 1) == '@' && tokens.gap(name.last()) == 0) {
            return false;
        }
        if (FAMOUS_NAMES.end(text, tokens.start(name.start())) == name.end() || isUnknownNoun()) {
            return false;
        }
        if (name.isCapital()) {
            int own = name.first() == name.last() ? ofOneWord() : ofSeveralWords();
            return own + before() + after() + against() >= ENOUGH;
        }
        return isEnoughInLowerCase();
    }

    /** "Im Wasserbad", "ich bin Koch": German words have capitals as well. */
    private boolean isUnknownNoun() {
        return !several() && !isKnown(name.first()) && isOneOf(name.first() - 1, "im", "bin") && name.isCapital();
    }

    private boolean several() {
        return name.first() < name.last();
    }

    private int first(int token) {
        return FIRST[Lexicon.first(tokens.roles(token))];
    }

    private int last(int token) {
        return LAST[Lexicon.last(tokens.roles(token))];
    }

    private boolean isKnown(int token) {
        return first(token) + last(token) > 0;
    }

    private boolean isWord(int token) {
        return tokens.is(token, Role.WORD);
    }

    private int ofOneWord() {
        int token = name.first();
        int own = first(token) > 0 ? first(token) : last(token) * 7 / 10;
        own -= isWord(token) || isTime() ? 12 : 0;
        if (!isKnown(token) && !name.isTitled() && introduction == 0) {
            own -= 10;
        }
        own += tokens.hasApostrophe(token) ? 5 : 0;
        if (tokens.isInitial(token)) {
            own = -10;
        }
        own -= isShort(token) ? 4 : 0;
        return own - 2 - (Name.startsSentence(tokens, token) ? 3 : 0);
    }

    private int ofSeveralWords() {
        int first = name.first();
        int last = name.last();
        int own = Math.max(first(first), last(first) * 6 / 10);
        own -= !isWord(first) ? 0 : first(first) == FIRST[3] ? 2 : 7;
        int end = Math.max(last(last), first(last) * 7 / 10);
        if (end == 0) {
            end = isWord(last) ? -5 : 10;
        } else if (isWord(last)) {
            end -= last(last) == LAST[3] ? 2 : 6;
        }
        own += end;
        own += first(first) > 0 ? 8 : 0;
        boolean allWords = true;
        boolean initial = false;
        int unknown = 0;
        for (int token = first; token <= last; token++) {
            if (tokens.isWord(token) && !tokens.is(token, Role.PARTICLE)) {
                allWords &= isWord(token);
                initial |= tokens.isInitial(token) && token > first;
                unknown += isKnown(token) ? 0 : 1;
            }
        }
        if (tokens.isInitial(first) && isKnown(last)) {
            own += 8;
        }
        own += initial && isKnown(first) ? 12 : 0;
        own -= allWords ? 8 : 0;
        own -= !isKnown(first) && unknown > 2 ? 15 : 0;
        own -= isKnown(first) || (Name.isRare(tokens, first) && Name.isRare(tokens, last) && isKnown(last)) ? 0 : 5;
        return own;
    }

    /** What the words before it say. */
    private int before() {
        int before = name.first() - 1;
        int sum = introduction + (name.isTitled() ? 30 : 0);
        if (isKin(before)) {
            sum += 15;
        } else if (tokens.at(before) == ',' && isKin(before - 1)) {
            sum += 10;
        }
        boolean comma = tokens.at(before) == ',' || tokens.at(before) == '\n';
        if (tokens.is(before, Role.GREETING) || (comma && (isGreeting(before - 1) || isGreeting(before - 2)))) {
            sum += 13;
        }
        if ((tokens.at(before) == ',' || isOneOf(before, "and", "or", "&"))
                && tokens.at(before - 1) == ShadowText.MASK) {
            sum += 10;
        }
        if (isTold()) {
            sum += 13;
        } else if (isOneOf(before, "for", "with", "from", "by", "to", "tell", "ask", "told", "asked", "met", "via")) {
            sum += 4;
        }
        return sum;
    }

    /** Whether somebody is asked or told something: "tell Sage that". */
    private boolean isTold() {
        return !several()
                && isOneOf(name.first() - 1, "tell", "ask", "told", "asked", "remind", "reminded", "thank", "text")
                && (isOneOf(
                                name.last() + 1,
                                "that",
                                "to",
                                "about",
                                "how",
                                "if",
                                "when",
                                "what",
                                "we",
                                "i",
                                "not",
                                "for")
                        || isOneOf(name.last() + 1, "whether", "why", "where", "it", "she", "he", "they")
                        || (tokens.at(name.last() + 1) == ',' && isOneOf(name.last() + 2, "she", "he", "they")));
    }

    /** Whether somebody does what only people do: "Will says". Herbs may be cooked, but not say anything. */
    private boolean acts() {
        int next = name.last() + 1;
        if (isOneOf(next, "is", "was", "are")) {
            return isOneOf(next + 1, "bringing", "coming", "allergic", "vegan", "vegetarian", "visiting", "hosting");
        }
        boolean thing = tokens.is(name.last(), Role.FOOD) || tokens.is(name.last(), Role.FAMOUS);
        if (tokens.is(next, Role.PERSONAL) && !(isMade(next) && (thing || isTime()))) {
            return true;
        }
        return tokens.is(next, Role.VERB) && isHeOrShe(next);
    }

    /** Things may be made or cooked, and make others. */
    private boolean isMade(int token) {
        return isOneOf(token, "cooked", "baked", "cried", "made", "burnt", "burned", "spilled");
    }

    /** "May made it possible": words for times that are names as well. */
    private boolean isTime() {
        return isOneOf(name.last(), "april", "may", "june", "august", "summer", "autumn", "dawn", "sunday");
    }

    /** Whether the sentence goes on about him or her. */
    private boolean isHeOrShe(int next) {
        for (int token = next; token < next + SOON && ".!?\n".indexOf(tokens.at(token)) < 0; token++) {
            if (isOneOf(token, "he", "she", "him", "his", "her", "hers", "herself", "himself")) {
                return true;
            }
        }
        return false;
    }

    private boolean isHuman() {
        return isTold() || acts() || isKin(name.first() - 1);
    }

    private boolean isKin(int token) {
        return tokens.is(token, Role.KIN)
                || (tokens.is(token, "law") && tokens.is(token - 2, "in") && tokens.is(token - 4, Role.KIN));
    }

    private boolean isGreeting(int token) {
        return tokens.is(token, Role.GREETING);
    }

    private boolean isOneOf(int token, String... words) {
        for (String word : words) {
            if (tokens.is(token, word)) {
                return true;
            }
        }
        return false;
    }

    /** What the words after it say. */
    private int after() {
        int next = name.last() + 1;
        boolean possessive = tokens.isPossessive(name.last());
        if (possessive) {
            boolean dish = (tokens.is(next, Role.FOOD)
                            || tokens.is(next, Role.EATEN)
                            || tokens.is(next + 1, Role.FOOD)
                            || tokens.is(next + 1, Role.EATEN))
                    && isUnknownOwner();
            return dish ? 17 : tokens.is(next, Role.OWNED) ? 12 : 2;
        }
        boolean called = !several() && tokens.at(name.first() - 1) == ',' && ",.!?".indexOf(tokens.at(next)) >= 0;
        boolean aside =
                tokens.at(next) == ',' && (tokens.isNumber(next + 1) || isOneOf(next + 1, "who", "my", "our", "the"));
        return (tokens.is(next, Role.VERB) && !(isTime() && isMade(next)) ? 10 : 0)
                + (aside ? 5 : 0)
                + (called ? 3 : 0)
                + (acts() ? 6 : 0)
                + (isListed(next) ? 6 : 0);
    }

    /** Whether another first name follows: "Birgitta, Sven and Elof". */
    private boolean isListed(int next) {
        return first(name.last()) > 0
                && (tokens.at(next) == ',' || isOneOf(next, "and"))
                && tokens.isCapital(next + 1)
                && Name.isRareFirst(tokens, next + 1)
                && !tokens.is(next + 1, Role.FAMOUS);
    }

    /** What makes it a dish, a place or a company. */
    private int against() {
        int before = name.first() - 1;
        int next = name.last() + 1;
        int dish = dishAfter();
        int sum = dish;
        boolean several = several();
        if (introduction < INTRODUCED && !name.isTitled() && !isHuman()) {
            boolean famous = true;
            for (int token = name.first(); token <= name.last(); token++) {
                famous &= tokens.is(token, Role.FAMOUS) || !isKnown(token);
                sum -= tokens.is(token, Role.FOOD) && first(token) < FIRST[3] ? 15 : 0;
            }
            famous |= tokens.is(name.last(), Role.FAMOUS) && dish != 0;
            sum -= famous && isAnyFamous() ? 20 : 0;
            sum -= tokens.is(name.last(), Role.FOOD) && last(name.last()) < LAST[2] ? 20 : 0;
            sum -= tokens.is(name.last(), Role.PLACE) && (!several || !isKnown(name.first())) ? 20 : 0;
        }
        if (!tokens.isPossessive(name.last()) && (tokens.is(next, Role.COMPANY) && tokens.isCapital(next))) {
            sum -= 20;
        }
        sum -= several && tokens.is(name.last(), Role.COMPANY) && last(name.last()) < LAST[3] ? 20 : 0;
        sum -= isOneOf(before, "the") ? 18 : 0;
        sum -= isOneOf(before, "&") || tokens.at(next) == '&' ? 15 : 0;
        if (isOneOf(before, "in", "near", "at", "of", "around")) {
            sum -= several || tokens.isPossessive(name.last()) ? 5 : 12;
        }
        sum -= isOneOf(before, "a", "an", "make", "cook", "bake", "making", "cooking", "prepare", "some") ? 15 : 0;
        return sum;
    }

    private boolean isAnyFamous() {
        for (int token = name.first(); token <= name.last(); token++) {
            if (tokens.is(token, Role.FAMOUS)) {
                return true;
            }
        }
        return false;
    }

    /** A dish or a food after the name. */
    private int dishAfter() {
        boolean possessive = tokens.isPossessive(name.last());
        int next = name.last() + 1;
        if (possessive
                && tokens.is(next, Role.OWNED)
                && !tokens.is(next + 1, Role.FOOD)
                && !tokens.is(next + 1, Role.EATEN)) {
            return 0;
        }
        for (int token = next; token <= name.last() + 3 && tokens.isWord(token); token++) {
            if (tokens.is(token, Role.VERB)) {
                return 0;
            }
            if (tokens.is(token, Role.FOOD) || tokens.is(token, Role.EATEN)) {
                boolean near = possessive || token == name.last() + 1;
                return isWholeName() && near ? (possessive ? -2 : -16) : near ? -35 : -12;
            }
            if (tokens.is(token, Role.NO_NAME)) {
                return 0;
            }
        }
        return 0;
    }

    /** Whether it has a first and a last name, neither of which is a food. */
    private boolean isWholeName() {
        if (name.first() == name.last()) {
            return false;
        }
        for (int token = name.first(); token <= name.last(); token++) {
            if (tokens.is(token, Role.FAMOUS) || (tokens.is(token, Role.FOOD) && first(token) == 0)) {
                return false;
            }
        }
        boolean last = !isWord(name.last()) || tokens.is(name.last() - 1, Role.PARTICLE);
        return (first(name.first()) > 0 && last) || isUnknownOwner();
    }

    /** Whether it owns something and is made of words that mean nothing: "Yevgenia Sokolova's". */
    private boolean isUnknownOwner() {
        boolean unknown = tokens.isPossessive(name.last()) && several();
        for (int token = name.first(); token <= name.last(); token++) {
            unknown &= !tokens.isWord(token)
                    || tokens.is(token, Role.PARTICLE)
                    || (Name.isRare(tokens, token)
                            && !tokens.is(token, Role.PLACE)
                            && !tokens.is(token, Role.COMPANY)
                            && tokens.end(token) - tokens.start(token) > 1);
        }
        return unknown;
    }

    private boolean isEnoughInLowerCase() {
        int token = name.first();
        int next = name.last() + 1;
        boolean several = several();
        if (introduction == INTRODUCED) {
            return !tokens.is(token, Role.NO_NAME) && (!tokens.is(token, Role.WORD) || isKnown(token));
        }
        if (!Name.isRare(tokens, token) || (!several && tokens.is(token, Role.FAMOUS))) {
            return false;
        }
        if (!several && introduction == 0 && !name.isTitled() && !isKin(token - 1) && isShort(token)) {
            return false;
        }
        int sum = several ? first(token) + Math.max(last(name.last()), 5) + 5 : first(token) - 8;
        sum += introduction > 0 || name.isTitled() ? 20 : 0;
        sum += isKin(token - 1) ? 13 : 0;
        sum += isGreeting(token - 1) ? 6 : 0;
        sum += tokens.is(next, Role.VERB) ? 6 : 0;
        sum += isOneOf(token - 1, "for", "with", "from", "by", "to", "tell", "ask", "told", "asked") ? 4 : 0;
        sum += tokens.isPossessive(name.last()) && tokens.is(next, Role.OWNED) ? 8 : 0;
        sum += dishAfter();
        sum -= isOneOf(token - 1, "a", "an", "the", "some", "make", "cook", "recipe", "of", "in") ? 15 : 0;
        boolean signed = isGreeting(token - 1) && next >= tokens.size();
        sum += signed ? 13 : 0;
        return first(token)
                        >= FIRST[several || shouted ? 2 : 3] - (introduction > 0 || isKin(token - 1) || signed ? 11 : 0)
                && sum >= ENOUGH;
    }

    /** Too short to tell a name from the beginning of a word: "season to ta" is a text that was cut off. */
    private boolean isShort(int token) {
        return tokens.end(token) - tokens.start(token) <= 2;
    }
}

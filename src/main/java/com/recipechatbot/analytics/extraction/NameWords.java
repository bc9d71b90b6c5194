package com.recipechatbot.analytics.extraction;

import static com.recipechatbot.analytics.extraction.WordClass.CLAUSE;
import static com.recipechatbot.analytics.extraction.WordClass.COMPLIMENT;
import static com.recipechatbot.analytics.extraction.WordClass.COMPONENT;
import static com.recipechatbot.analytics.extraction.WordClass.CONNECTOR;
import static com.recipechatbot.analytics.extraction.WordClass.DETERMINER;
import static com.recipechatbot.analytics.extraction.WordClass.DISH;
import static com.recipechatbot.analytics.extraction.WordClass.EDIBLE;
import static com.recipechatbot.analytics.extraction.WordClass.EQUIPMENT;
import static com.recipechatbot.analytics.extraction.WordClass.FINISH;
import static com.recipechatbot.analytics.extraction.WordClass.FOOD;
import static com.recipechatbot.analytics.extraction.WordClass.MODIFIER;
import static com.recipechatbot.analytics.extraction.WordClass.NUMBER;
import static com.recipechatbot.analytics.extraction.WordClass.ORDINARY;
import static com.recipechatbot.analytics.extraction.WordClass.PRAISE;
import static com.recipechatbot.analytics.extraction.WordClass.STOP;
import static com.recipechatbot.analytics.extraction.WordClass.TAIL;
import static com.recipechatbot.analytics.extraction.WordClass.UNIT;
import static com.recipechatbot.analytics.extraction.WordClass.VOCATIVE;

/** Decides whether a word in its sentence belongs to the name of a dish beside it. */
final class NameWords {

    static final int BREAK = Sentence.COLON
            | Sentence.DASH
            | Sentence.PARENTHESIS
            | Sentence.QUOTE
            | Sentence.BOLD_MARK
            | Sentence.SYMBOL;
    static final long AND = WordHash.of("and");
    static final long OF = WordHash.of("of");

    /** "Sour cream in stroganoff": in running text, these separate a food from a dish. */
    private static final WordTable APART = LexiconFile.hashes("apart");

    private static final WordTable COUNTED = LexiconFile.hashes("counted");

    static final long WITH = WordHash.of("with");
    private static final long AND_CUT = WordHash.of("n");
    private static final long FROM = WordHash.of("from");
    private static final long NO = WordHash.of("no");
    private static final long WITHOUT = WordHash.of("without");
    /** How far ahead a dish or a pan may be, in words. */
    private static final int REACH = 8;

    private final Sentence sentence;

    NameWords(Sentence sentence) {
        this.sentence = sentence;
    }

    /** @param marked whether a quote or bold opens here: then the name ends where that closes */
    boolean begins(int word, boolean marked) {
        if (sentence.marked(word, Sentence.PLACEHOLDER) || sentence.is(word, TAIL)) {
            return false;
        }
        boolean title =
                word > 0 && sentence.capitalised(word) && word + 1 < sentence.size && isCapitalisedNoun(word + 1);
        return marked || title || isHyphenated(word) || !sentence.is(word, STOP | CLAUSE | CONNECTOR | VOCATIVE);
    }

    boolean continues(int start, int word, boolean marked) {
        if (sentence.marked(word, BREAK | Sentence.PLACEHOLDER)) {
            return false;
        }
        if (sentence.is(word, TAIL)) {
            return sentence.capitalised(word) && connectsInTitle(word + 1);
        }
        if (marked) {
            return true;
        }
        if (sentence.marked(word, Sentence.COMMA) && !listContinues(word)) {
            return false;
        }
        if (isHyphenated(word)) {
            return true;
        }
        // "Pancakes dusted with sugar", but "Sugar Dusted Cookies".
        if (sentence.is(word, FINISH) && !sentence.capitalised(word) && isAt(word + 1, CONNECTOR)) {
            return false;
        }
        if (sentence.is(word, STOP | CLAUSE | VOCATIVE)) {
            return isInsideTitle(word) && !isSource(start, word);
        }
        // "Bangers and mash 4 people".
        if (sentence.is(word, NUMBER) && isAt(word + 1, UNIT) && sentence.has(start, word, EDIBLE)) {
            return false;
        }
        // "Caesar salad no anchovies".
        if (sentence.hashes[word] == NO && !sentence.capitalised(word) && sentence.is(word - 1, DISH)) {
            return false;
        }
        if (sentence.is(word, CONNECTOR)) {
            boolean left = sentence.hashes[word] == WITHOUT && sentence.has(start, word, DISH);
            return !left && connects(word);
        }
        if (sentence.is(word, DETERMINER)) {
            boolean connected = sentence.is(word - 1, CONNECTOR) || isAt(word + 1, CONNECTOR);
            return connected || isInsideTitle(word);
        }
        return !isOrdinary(word) || !sentence.has(start, word, EDIBLE) || edibleFollows(word);
    }

    /** "Pulled Pork from Allrecipes". */
    private boolean isSource(int start, int word) {
        return sentence.hashes[word] == FROM && !sentence.capitalised(word) && sentence.has(start, word, EDIBLE);
    }

    /** "And" and "'n'". */
    boolean isAnd(int word) {
        return sentence.hashes[word] == AND || sentence.hashes[word] == AND_CUT;
    }

    /** Whether the word continues the name in running text, where any unknown word ends it. */
    boolean isKnown(int start, int word) {
        boolean apart = word > start && sentence.marked(word, BREAK | Sentence.COMMA);
        if (apart || sentence.marked(word, Sentence.PLACEHOLDER) || sentence.is(word, STOP | CLAUSE | TAIL)) {
            return false;
        }
        if (sentence.is(word, EDIBLE | MODIFIER | COMPONENT | EQUIPMENT)) {
            return true;
        }
        // "Ham and cheese omelette", but "pancakes and waffles" are two.
        return word > start
                && sentence.is(word, CONNECTOR)
                && sentence.is(word - 1, EDIBLE)
                && (!isAnd(word) || !sentence.is(word - 1, DISH))
                && !APART.has(sentence.hashes[word])
                && isAt(word + 1, EDIBLE | MODIFIER)
                && !sentence.marked(word + 1, BREAK | Sentence.COMMA);
    }

    /** Whether the word belongs to a name that goes on after it. */
    boolean precedes(int word) {
        if (sentence.is(word, CONNECTOR)) {
            return word > 0 && sentence.is(word - 1, EDIBLE | MODIFIER);
        }
        if (sentence.is(word, DETERMINER) && !sentence.is(word, CONNECTOR)) {
            return word > 1 && sentence.is(word - 1, CONNECTOR) && sentence.is(word - 2, EDIBLE);
        }
        if (isOrdinary(word) && !sentence.is(word, PRAISE)) {
            return word > 0 && (sentence.isUnknown(word - 1) || sentence.is(word - 1, EDIBLE | MODIFIER));
        }
        return isHyphenated(word) || !sentence.is(word, STOP | CLAUSE | TAIL | VOCATIVE | DETERMINER);
    }

    /** "2 ingredient bagels", but not "2 cups rice" or "3 eggs". */
    static boolean isCounted(Sentence sentence, int number, int until) {
        return number + 2 < until
                && sentence.is(number, NUMBER)
                && COUNTED.has(sentence.hashes[number + 1])
                && sentence.has(number + 2, until, EDIBLE);
    }

    boolean isHyphenated(int word) {
        return sentence.marked(word, Sentence.HYPHEN)
                || (word + 1 < sentence.size && sentence.marked(word + 1, Sentence.HYPHEN));
    }

    private boolean isOrdinary(int word) {
        return sentence.is(word, ORDINARY)
                && !sentence.is(word, EDIBLE | MODIFIER | COMPONENT)
                && !sentence.capitalised(word);
    }

    private boolean edibleFollows(int word) {
        return isAt(word + 1, EDIBLE) && !sentence.marked(word + 1, BREAK | Sentence.COMMA);
    }

    private boolean isAt(int word, int anyOf) {
        return word < sentence.size && sentence.is(word, anyOf);
    }

    /** "Broccoli, cheddar and spinach frittata": foods in a row whose dish is still to come. */
    private boolean listContinues(int word) {
        if (!sentence.is(word - 1, FOOD) || sentence.is(word - 1, DISH)) {
            return false;
        }
        int reach = Math.min(sentence.size, word + REACH);
        for (int i = word; i < reach; i++) {
            if (sentence.is(i, STOP | CLAUSE | DETERMINER | PRAISE | TAIL) || sentence.marked(i, BREAK)) {
                return false;
            }
            if (sentence.is(i, DISH)) {
                return true;
            }
        }
        return false;
    }

    private boolean connects(int word) {
        int next = word + 1;
        if (next >= sentence.size || sentence.marked(next, BREAK | Sentence.COMMA | Sentence.PLACEHOLDER)) {
            return false;
        }
        if (sentence.is(next, STOP | CLAUSE | TAIL | VOCATIVE)) {
            return isInsideTitle(next);
        }
        if (leadsToCookware(next) || sentence.is(next, UNIT | NUMBER)) {
            return sentence.is(next, EDIBLE);
        }
        if (sentence.is(next, DETERMINER) && !sentence.is(next, CONNECTOR)) {
            return sentence.hashes[word] != AND && isAt(next + 1, EDIBLE | COMPONENT | MODIFIER);
        }
        return sentence.capitalised(next)
                || sentence.isUnknown(next)
                || sentence.is(next, EDIBLE | MODIFIER | COMPONENT | CONNECTOR | PRAISE | COMPLIMENT);
    }

    /** "In a slow cooker", but not "in pan gravy". */
    private boolean leadsToCookware(int from) {
        int word = from;
        int reach = Math.min(sentence.size, from + REACH);
        while (word < reach
                && !sentence.is(word, STOP | CLAUSE | CONNECTOR | TAIL)
                && !sentence.marked(word, BREAK | Sentence.COMMA)) {
            word++;
        }
        return word > from && sentence.is(word - 1, EQUIPMENT) && !sentence.is(word - 1, EDIBLE);
    }

    /** "Sugar Cookie Recipe with Icing". */
    private boolean connectsInTitle(int connector) {
        return isAt(connector, CONNECTOR)
                && connector + 1 < sentence.size
                && sentence.capitalised(connector + 1)
                && connects(connector);
    }

    /** "Marry Me Chicken": between capitalised words any word may be part of the title. */
    private boolean isInsideTitle(int word) {
        int next = word + 1;
        return next < sentence.size
                && sentence.capitalised(word - 1)
                && sentence.capitalised(next)
                && !sentence.marked(next, BREAK | Sentence.COMMA)
                && (sentence.capitalised(word) || sentence.is(word, CLAUSE | DETERMINER));
    }

    private boolean isCapitalisedNoun(int word) {
        return sentence.capitalised(word)
                && !sentence.is(word, STOP | CLAUSE | TAIL)
                && !sentence.marked(word, BREAK | Sentence.COMMA);
    }
}

package com.recipechatbot.analytics.extraction;

import static com.recipechatbot.analytics.extraction.WordClass.CLAUSE;
import static com.recipechatbot.analytics.extraction.WordClass.COMPONENT;
import static com.recipechatbot.analytics.extraction.WordClass.CONNECTOR;
import static com.recipechatbot.analytics.extraction.WordClass.DETERMINER;
import static com.recipechatbot.analytics.extraction.WordClass.DISH;
import static com.recipechatbot.analytics.extraction.WordClass.EDIBLE;
import static com.recipechatbot.analytics.extraction.WordClass.EQUIPMENT;
import static com.recipechatbot.analytics.extraction.WordClass.FOOD;
import static com.recipechatbot.analytics.extraction.WordClass.GENERIC;
import static com.recipechatbot.analytics.extraction.WordClass.MODIFIER;
import static com.recipechatbot.analytics.extraction.WordClass.NUMBER;
import static com.recipechatbot.analytics.extraction.WordClass.ORDINARY;
import static com.recipechatbot.analytics.extraction.WordClass.PRAISE;
import static com.recipechatbot.analytics.extraction.WordClass.STOP;
import static com.recipechatbot.analytics.extraction.WordClass.TAIL;
import static com.recipechatbot.analytics.extraction.WordClass.UNIT;
import static com.recipechatbot.analytics.extraction.WordClass.VOCATIVE;

/** Finds where the name of a dish begins and ends in a sentence, as a small grammar of noun phrases. */
final class DishGrammar {

    private static final int BREAK = Sentence.COLON
            | Sentence.DASH
            | Sentence.PARENTHESIS
            | Sentence.QUOTE
            | Sentence.BOLD_MARK
            | Sentence.SYMBOL;
    private static final int LIST_REACH = 8;
    private static final long AND = WordHash.of("and");
    private static final long OF = WordHash.of("of");
    private static final long THE = WordHash.of("the");

    private static final PhraseTable NAMES = DishLexicon.namesOfSeveralWords();

    private final Sentence sentence;
    private int start;
    private int end;

    DishGrammar(Sentence sentence) {
        this.sentence = sentence;
    }

    int start() {
        return start;
    }

    /** After the last word of the name; not after {@link #start} when there is none. */
    int end() {
        return end;
    }

    /** Reads the name that begins at the word, after its determiners and praise. */
    boolean readFrom(int from) {
        start = afterLead(from, sentence.size);
        end = start;
        boolean marked = start < sentence.size && sentence.marked(start, Sentence.QUOTE | Sentence.BOLD_MARK);
        while (end < sentence.size) {
            int known = afterKnownName(end);
            if (known == end && !continues(end, marked)) {
                break;
            }
            end = Math.max(known, end + 1);
        }
        trim();
        return end > start;
    }

    /** After the dish of several words that the lexicon knows here: "toad in the hole" would end before "in". */
    private int afterKnownName(int word) {
        long known = NAMES.find(sentence, word);
        int until = known < 0 ? word : word + PhraseTable.lengthOf(known);
        for (int i = word; i < until; i++) {
            if (sentence.marked(i, i == start ? Sentence.PLACEHOLDER : BREAK | Sentence.COMMA | Sentence.PLACEHOLDER)) {
                return word;
            }
        }
        return until;
    }

    private void markKnownNames() {
        for (int word = start; word < end; word++) {
            long known = NAMES.find(sentence, word);
            if (known >= 0 && word + PhraseTable.lengthOf(known) <= end) {
                sentence.classes[word + PhraseTable.lengthOf(known) - 1] |= DISH;
            }
        }
    }

    /** Reads the name that begins at the word, where an "and" after a whole dish begins another one. */
    boolean readListItem(int from) {
        readFrom(from);
        for (int word = start + 1; word < end; word++) {
            if (sentence.hashes[word] == AND && sentence.is(word - 1, DISH)) {
                end = word;
            }
        }
        return end > start;
    }

    /** Reads the name that ends before the word. */
    boolean readBefore(int until) {
        end = until;
        start = until;
        while (start > 0 && precedes(start - 1)) {
            start--;
            if (sentence.marked(start, BREAK | Sentence.COMMA)) {
                break;
            }
        }
        start = afterLead(start, until);
        while (start < end && sentence.is(start, CONNECTOR)) {
            start++;
        }
        trim();
        return end > start;
    }

    /** Takes these words as the name, but for determiners, praise, a closing "recipe" and what follows a dash. */
    boolean readWhole(int from, int until) {
        start = afterLead(from, until);
        end = start;
        while (end < until
                && !sentence.is(end, TAIL)
                && (end == start || !sentence.marked(end, BREAK & ~Sentence.BOLD_MARK))) {
            end++;
        }
        trim();
        return end > start;
    }

    private int afterLead(int from, int until) {
        int word = from;
        while (word < until) {
            boolean more = word + 1 < until;
            boolean count = sentence.is(word, NUMBER)
                    && more
                    && !sentence.marked(word + 1, Sentence.HYPHEN)
                    && !sentence.is(word + 1, UNIT);
            boolean measure = more
                    && sentence.hashes[word + 1] == OF
                    && sentence.is(word, UNIT | EQUIPMENT | GENERIC | ORDINARY | DETERMINER);
            if (measure) {
                word += 2;
            } else if (count || (sentence.is(word, DETERMINER | PRAISE) && !isHyphenated(word))) {
                word++;
            } else if (word > from && more && sentence.is(word, CONNECTOR) && sentence.is(word + 1, PRAISE)) {
                word++;
            } else {
                break;
            }
        }
        return word;
    }

    private boolean continues(int word, boolean marked) {
        if (isHyphenated(word) && !sentence.marked(word, BREAK | Sentence.COMMA | Sentence.PLACEHOLDER)) {
            return true;
        }
        if (word == start) {
            return !sentence.is(word, STOP | CLAUSE | CONNECTOR | TAIL | VOCATIVE)
                    || (marked && !sentence.is(word, TAIL));
        }
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
        if (sentence.is(word, STOP | CLAUSE | VOCATIVE)) {
            return insideTitle(word);
        }
        if (sentence.is(word, CONNECTOR)) {
            return connects(word);
        }
        if (sentence.is(word, DETERMINER)) {
            boolean joined =
                    sentence.is(word - 1, CONNECTOR) || (word + 1 < sentence.size && sentence.is(word + 1, CONNECTOR));
            return joined || insideTitle(word);
        }
        return !isOrdinary(word) || !sentence.has(start, word, EDIBLE) || edibleFollows(word);
    }

    private boolean isOrdinary(int word) {
        return sentence.is(word, ORDINARY) && !sentence.is(word, EDIBLE | MODIFIER) && !sentence.capitalised(word);
    }

    private boolean edibleFollows(int word) {
        int next = word + 1;
        return next < sentence.size && sentence.is(next, EDIBLE) && !sentence.marked(next, BREAK | Sentence.COMMA);
    }

    private boolean precedes(int word) {
        if (sentence.is(word, CONNECTOR)) {
            return word > 0 && sentence.is(word - 1, EDIBLE | MODIFIER);
        }
        if (sentence.hashes[word] == THE) {
            return word > 1 && sentence.is(word - 1, CONNECTOR) && sentence.is(word - 2, EDIBLE);
        }
        if (isOrdinary(word) && !sentence.is(word, PRAISE)) {
            return word > 0 && (sentence.classes[word - 1] == 0 || sentence.is(word - 1, EDIBLE | MODIFIER));
        }
        return isHyphenated(word) || !sentence.is(word, STOP | CLAUSE | TAIL | VOCATIVE | DETERMINER);
    }

    private boolean isHyphenated(int word) {
        return sentence.marked(word, Sentence.HYPHEN)
                || (word + 1 < sentence.size && sentence.marked(word + 1, Sentence.HYPHEN));
    }

    /** "Broccoli, cheddar and spinach frittata": foods in a row whose dish is still to come. */
    private boolean listContinues(int word) {
        if (!sentence.is(word - 1, FOOD) || sentence.is(word - 1, DISH)) {
            return false;
        }
        int reach = Math.min(sentence.size, word + LIST_REACH);
        for (int i = word; i < reach; i++) {
            if (sentence.is(i, STOP | CLAUSE | DETERMINER | TAIL) || sentence.marked(i, BREAK)) {
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
            return sentence.capitalised(next) && insideTitle(next);
        }
        if (leadsToCookware(next) || sentence.is(next, UNIT | NUMBER)) {
            return sentence.is(next, EDIBLE);
        }
        if (sentence.is(next, DETERMINER)) {
            return sentence.hashes[word] != AND
                    && next + 1 < sentence.size
                    && sentence.is(next + 1, EDIBLE | COMPONENT | MODIFIER);
        }
        return sentence.capitalised(next)
                || sentence.classes[next] == 0
                || sentence.is(next, EDIBLE | MODIFIER | COMPONENT | CONNECTOR | PRAISE);
    }

    /** "In a slow cooker", but not "in pan gravy". */
    private boolean leadsToCookware(int from) {
        int word = from;
        int reach = Math.min(sentence.size, from + LIST_REACH);
        while (word < reach
                && !sentence.is(word, STOP | CLAUSE | CONNECTOR | TAIL)
                && !sentence.marked(word, BREAK | Sentence.COMMA)) {
            word++;
        }
        return word > from && sentence.is(word - 1, EQUIPMENT) && !sentence.is(word - 1, EDIBLE);
    }

    /** "Sugar Cookie Recipe with Icing". */
    private boolean connectsInTitle(int connector) {
        return connector + 1 < sentence.size
                && sentence.is(connector, CONNECTOR)
                && sentence.capitalised(connector + 1)
                && connects(connector);
    }

    /** "Marry Me Chicken": between capitalised words any word may be part of the title. */
    private boolean insideTitle(int word) {
        int next = word + 1;
        return next < sentence.size
                && sentence.capitalised(word - 1)
                && sentence.capitalised(next)
                && !sentence.marked(next, BREAK | Sentence.COMMA)
                && (sentence.capitalised(word) || sentence.is(word, CLAUSE | DETERMINER));
    }

    private void trim() {
        markKnownNames();
        while (end > start
                && sentence.is(end - 1, CONNECTOR | DETERMINER | PRAISE | VOCATIVE | NUMBER | STOP | CLAUSE)
                && !sentence.is(end - 1, EDIBLE)) {
            end--;
        }
    }
}

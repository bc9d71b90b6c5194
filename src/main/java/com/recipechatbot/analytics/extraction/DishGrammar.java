package com.recipechatbot.analytics.extraction;

import static com.recipechatbot.analytics.extraction.WordClass.CLAUSE;
import static com.recipechatbot.analytics.extraction.WordClass.COMPLIMENT;
import static com.recipechatbot.analytics.extraction.WordClass.COMPONENT;
import static com.recipechatbot.analytics.extraction.WordClass.CONNECTOR;
import static com.recipechatbot.analytics.extraction.WordClass.DETERMINER;
import static com.recipechatbot.analytics.extraction.WordClass.DISH;
import static com.recipechatbot.analytics.extraction.WordClass.EDIBLE;
import static com.recipechatbot.analytics.extraction.WordClass.EQUIPMENT;
import static com.recipechatbot.analytics.extraction.WordClass.GENERIC;
import static com.recipechatbot.analytics.extraction.WordClass.MODIFIER;
import static com.recipechatbot.analytics.extraction.WordClass.NUMBER;
import static com.recipechatbot.analytics.extraction.WordClass.ORDINARY;
import static com.recipechatbot.analytics.extraction.WordClass.PRAISE;
import static com.recipechatbot.analytics.extraction.WordClass.STOP;
import static com.recipechatbot.analytics.extraction.WordClass.TAIL;
import static com.recipechatbot.analytics.extraction.WordClass.TELLING;
import static com.recipechatbot.analytics.extraction.WordClass.UNIT;
import static com.recipechatbot.analytics.extraction.WordClass.VOCATIVE;

/** Finds where the name of a dish begins and ends beside a cue, as a small grammar of noun phrases. */
final class DishGrammar {

    private static final int TRIMMED = CONNECTOR | DETERMINER | PRAISE | VOCATIVE | NUMBER | STOP | CLAUSE;
    /** How many words of a known name may stand before one that could begin a name itself. */
    private static final int LONGEST_LEAD = 3;

    private static final long SIDE = WordHash.of("side");
    private static final WordTable PARTS = LexiconFile.hashes("parts");
    private static final PhraseTable NAMES = DishLexicon.namesOfSeveralWords();

    private final Sentence sentence;
    private final NameWords words;
    private int start;
    private int end;

    DishGrammar(Sentence sentence) {
        this.sentence = sentence;
        this.words = new NameWords(sentence);
    }

    static PhraseTable names() {
        return NAMES;
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
            if (known > end) {
                sentence.addClasses(known - 1, DISH);
            }
            boolean continues = end == start ? words.begins(end, marked) : words.continues(start, end, marked);
            if (known == end && !continues) {
                break;
            }
            end = Math.max(known, end + 1);
        }
        endBeforeSide();
        endAtDish();
        return isRead();
    }

    /** "Zucchini bread moist". */
    private void endAtDish() {
        while (end - start > 1
                && !sentence.is(end - 1, EDIBLE | GENERIC)
                && sentence.is(end - 1, MODIFIER)
                && sentence.is(end - 2, DISH)) {
            end--;
        }
    }

    /** "Salmon with rice on the side". */
    private void endBeforeSide() {
        boolean side = end + 2 < sentence.size
                && sentence.hashes[end + 2] == SIDE
                && sentence.is(end, CONNECTOR)
                && sentence.is(end + 1, DETERMINER);
        for (int word = end - 1; side && word > start; word--) {
            if (sentence.is(word, CONNECTOR) && sentence.hashes[word] != NameWords.AND) {
                end = word;
                return;
            }
        }
    }

    /** Leaves out a part of the dish that its name ends with, if there is one: "batter" of "crepe batter". */
    boolean dropPart() {
        boolean part = end - start > 1 && PARTS.has(sentence.hashes[end - 1]) && !sentence.is(end - 1, DISH);
        end -= part ? 1 : 0;
        return part;
    }

    /** Reads the name that begins at the word, where an "and" after a whole dish begins another one. */
    boolean readListItem(int from) {
        readFrom(from);
        for (int word = start + 1; word < end; word++) {
            boolean next = words.isAnd(word)
                    ? sentence.is(word - 1, DISH)
                    : sentence.marked(word, Sentence.COMMA) && sentence.has(start, word, DISH);
            if (next) {
                end = word;
            }
        }
        return end > start;
    }

    /** Reads the name that ends before the word. */
    boolean readBefore(int until) {
        end = until;
        start = until;
        while (start > 0) {
            int known = knownBefore(start);
            if (known < start) {
                start = known;
            } else if (words.precedes(start - 1)) {
                start--;
            } else {
                break;
            }
            if (sentence.marked(start, NameWords.BREAK | Sentence.COMMA) && !isSeries(start, until)) {
                break;
            }
        }
        start = afterLead(start, until);
        while (start < end && sentence.is(start, CONNECTOR)) {
            start++;
        }
        endAtDish();
        return isRead();
    }

    /** "Leek, feta and potato frittata": foods in a row up to their dish. */
    private boolean isSeries(int from, int until) {
        boolean series = from > 0
                && !sentence.marked(from, NameWords.BREAK)
                && sentence.is(from - 1, EDIBLE)
                && !sentence.is(from - 1, DISH);
        boolean joined = false;
        for (int word = from; series && word + 1 < until; word++) {
            joined |= words.isAnd(word);
            series = !joined || !sentence.is(word, DISH);
        }
        return series && joined && sentence.is(until - 1, DISH);
    }

    /** Takes these words as the name, except determiners, praise, a closing "recipe" and what follows a dash. */
    boolean readWhole(int from, int until) {
        start = afterLead(from, until);
        end = start;
        while (end < until
                && !sentence.is(end, TAIL)
                && (end == start || !sentence.marked(end, NameWords.BREAK & ~Sentence.BOLD_MARK))) {
            end++;
        }
        return isRead();
    }

    /** Reads the name that begins at the word as far as the lexicon knows its words: running text follows. */
    boolean readKnown(int from) {
        if (!sentence.is(from, EDIBLE | MODIFIER) && nameAt(from) < 0) {
            return false;
        }
        start = afterLead(from, sentence.size);
        end = start;
        while (end < sentence.size) {
            int known = afterKnownName(end);
            if (known > end) {
                sentence.addClasses(known - 1, DISH);
            } else if (!words.isKnown(start, end)) {
                break;
            }
            end = Math.max(known, end + 1);
        }
        // "Is the laksa spicy".
        while (end > start && !sentence.is(end - 1, EDIBLE | COMPONENT | EQUIPMENT)) {
            end--;
        }
        return isRead();
    }

    /** "Some of the best", "3 bowls of", "your famous": what comes before a name and is not part of it. */
    private int afterLead(int from, int until) {
        int word = from;
        while (word < until) {
            boolean more = word + 1 < until;
            boolean measure = more
                    && sentence.hashes[word + 1] == NameWords.OF
                    && sentence.is(word, UNIT | EQUIPMENT | GENERIC | ORDINARY | DETERMINER)
                    && afterKnownName(word) == word;
            boolean joined = more && word > from && sentence.is(word, CONNECTOR) && sentence.is(word + 1, PRAISE);
            // "Mexican with beef burritos".
            boolean kitchen = more
                    && sentence.hashes[word + 1] == NameWords.WITH
                    && sentence.is(word, MODIFIER)
                    && !sentence.is(word, EDIBLE);
            // "Go-to", "tried-and-true".
            boolean compound = more && sentence.is(word, STOP) && sentence.marked(word + 1, Sentence.HYPHEN);
            if (measure || kitchen) {
                word += 2;
            } else if (compound) {
                word++;
                while (word < until && sentence.marked(word, Sentence.HYPHEN)) {
                    word++;
                }
            } else if (joined || (isDropped(word, more) && !words.isHyphenated(word))) {
                word++;
            } else {
                break;
            }
        }
        return word;
    }

    private boolean isDropped(int word, boolean more) {
        boolean count = more
                && sentence.is(word, NUMBER)
                && !sentence.is(word + 1, UNIT)
                && !NameWords.isCounted(sentence, word, sentence.size);
        boolean compliment = sentence.is(word, COMPLIMENT) && !sentence.capitalised(word);
        return count || compliment || sentence.is(word, DETERMINER | PRAISE);
    }

    /** Where the known name begins that reaches to this word or over it: "marry me chicken" would begin after "me". */
    private int knownBefore(int word) {
        for (int from = Math.max(0, word - LONGEST_LEAD); from < word; from++) {
            int until = nameAt(from) < 0 ? from : afterKnownName(from);
            if (until > word && until <= end && isWhole(from, until - from)) {
                return from;
            }
        }
        return word;
    }

    /** After the dish of several words that the lexicon knows here: "toad in the hole" would end before "in". */
    private int afterKnownName(int word) {
        long known = nameAt(word);
        int until = known < 0 ? word : word + PhraseTable.lengthOf(known);
        for (int i = word; i < until; i++) {
            boolean apart = i > start && sentence.marked(i, NameWords.BREAK | Sentence.COMMA);
            if (apart || sentence.marked(i, Sentence.PLACEHOLDER)) {
                return word;
            }
        }
        return until;
    }

    /** The dish of several words that begins here, as {@link PhraseTable#find} gives it. */
    private long nameAt(int word) {
        return sentence.mayBegin(word, KnownWord.DISH_NAME) ? NAMES.find(sentence, word) : -1;
    }

    /** "Milk, bread" are two. */
    private boolean isWhole(int from, int length) {
        for (int word = from + 1; word < from + length; word++) {
            if (sentence.marked(word, Sentence.COMMA)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRead() {
        for (int word = start; word < end; word++) {
            long known = nameAt(word);
            if (known >= 0 && word + PhraseTable.lengthOf(known) <= end && isWhole(word, PhraseTable.lengthOf(known))) {
                int telling = PhraseTable.valueOf(known) * TELLING;
                sentence.addClasses(word + PhraseTable.lengthOf(known) - 1, DISH | telling);
            }
        }
        while (end > start && sentence.is(end - 1, TRIMMED) && !sentence.is(end - 1, EDIBLE)) {
            end--;
        }
        return end > start;
    }
}

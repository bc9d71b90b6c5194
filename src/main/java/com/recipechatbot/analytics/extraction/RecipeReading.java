package com.recipechatbot.analytics.extraction;

import com.recipechatbot.analytics.extraction.CueTable.Cue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the sentences of messages for the dishes that they name, one message after the other. */
final class RecipeReading {

    // A mention's rank: the cues of cues.csv lie between.
    private static final int KNOWN_TITLE = 0;
    private static final int MARKED_TITLE = 1;
    private static final int AFTER_COLON = 50;
    private static final int OWN_LINE = 60;
    private static final int IN_RUNNING_TEXT = 65;
    private static final int BARE = 70;
    private static final int IN_PASSING = 75;

    private static final Set<Long> COURTESIES =
            Stream.of("please", "pls", "plz", "thanks").map(WordHash::of).collect(Collectors.toUnmodifiableSet());
    private static final int STEP = WordClass.STEP | WordClass.NUMBER;
    private static final int FUNCTION_WORD = WordClass.STOP | WordClass.CLAUSE | WordClass.DETERMINER;
    /** Without one of these, or a name of several words, {@link DishEvidence#TELLING} cannot hold. */
    private static final int TELLING = WordClass.TELLING | WordClass.KIND;

    private static final int MARKUP = Sentence.BOLD_MARK | Sentence.COLON;

    private final CueTable cues = CueTable.standard();
    private final MentionList found = new MentionList();
    private final Sentence sentence;
    private final DishGrammar grammar;
    private MessageText text = new MessageText();
    private PhraseTable titles = new PhraseTable();
    private Speaker speaker = Speaker.USER;

    RecipeReading(Sentence sentence) {
        this.sentence = sentence;
        this.grammar = new DishGrammar(sentence);
    }

    /** @param knownTitles the dishes that are known wherever they stand */
    void begin(Speaker newSpeaker, MessageText message, PhraseTable knownTitles) {
        speaker = newSpeaker;
        text = message;
        titles = knownTitles;
        found.clear();
    }

    void readSentence() {
        if (!titles.isEmpty()) {
            readKnownTitles();
        }
        int kind = speaker == Speaker.USER ? KnownWord.USER_CUE : KnownWord.ASSISTANT_CUE;
        if (sentence.mayHold(kind)) {
            readCues(cues.phrases(speaker), kind);
        }
        if (speaker == Speaker.USER) {
            readBare();
        } else {
            readTitles();
        }
        readInPassing();
    }

    List<RecipeMention> mentions() {
        return found.inOrder();
    }

    private void readCues(PhraseTable phrases, int kind) {
        for (int word = 0; word < sentence.size; word++) {
            long cue = sentence.mayBegin(word, kind) ? phrases.find(sentence, word) : -1;
            if (cue >= 0) {
                readCue(cues.cue(PhraseTable.valueOf(cue)), word, word + PhraseTable.lengthOf(cue));
            }
        }
    }

    private void readKnownTitles() {
        for (int word = 0; word < sentence.size; word++) {
            long title = titles.find(sentence, word);
            if (title >= 0) {
                found.add(
                        KNOWN_TITLE, text, sentence.start(word), sentence.end(word + PhraseTable.lengthOf(title) - 1));
            }
        }
    }

    private void readCue(Cue cue, int from, int until) {
        boolean named = switch (cue.side()) {
            case BEFORE -> grammar.readBefore(from) && holds(cue.evidence());
            case AFTER -> grammar.readFrom(until) && holds(cue.evidence());
            case EITHER -> isNamedByRecipe(cue, from, until);
        };
        if (named) {
            addRead(cue.rank());
        }
    }

    private boolean isNamedByRecipe(Cue cue, int from, int until) {
        boolean introduced = until - from > 1 || (until < sentence.size && sentence.marked(until, Sentence.COLON));
        if (introduced && grammar.readFrom(until) && holds(DishEvidence.OPEN)) {
            return true;
        }
        // "They were stuffed with cheese, recipe?"
        DishEvidence apart = sentence.marked(from, Sentence.COMMA) ? DishEvidence.DISH_NAME : cue.evidence();
        if (grammar.readBefore(from) && holds(introduced ? DishEvidence.FOOD_NAME : apart)) {
            return true;
        }
        // "1 recipe pastry" is an ingredient.
        boolean counted = from > 0 && sentence.is(from - 1, WordClass.NUMBER);
        return !introduced && !counted && grammar.readFrom(until) && holds(DishEvidence.DISH_NAME);
    }

    private void readTitles() {
        if (sentence.heading && isTitle(0, sentence.size)) {
            addRead(MARKED_TITLE);
            return;
        }
        if (sentence.hasMark(MARKUP)) {
            for (int word = 0; word < sentence.size; word++) {
                if (sentence.marked(word, Sentence.IN_BOLD) && sentence.marked(word, Sentence.BOLD_MARK)) {
                    readBold(word);
                }
                if (sentence.marked(word, Sentence.COLON)) {
                    readList(word);
                }
            }
        }
        if (sentence.capitalised(sentence.size - 1) && isOwnLine() && holds(DishEvidence.TITLE)) {
            addRead(OWN_LINE);
        }
        // In most sentences only the first word is capitalised.
        int capitals = sentence.capitals;
        for (int word = 0; capitals > 0 && word + 1 < sentence.size; word++) {
            capitals -= sentence.capitalised(word) ? 1 : 0;
            if (beginsCapitals(word)) {
                readCapitals(word);
            }
        }
    }

    private boolean beginsCapitals(int word) {
        return sentence.capitalised(word)
                && !sentence.capitalised(word - 1)
                && (sentence.capitalised(word + 1) || sentence.is(word + 1, WordClass.CONNECTOR));
    }

    /** "I've added Turkey Meatloaf to your plan." */
    private void readCapitals(int from) {
        boolean title = grammar.readFrom(from) && grammar.end() < sentence.size && holds(DishEvidence.TITLE);
        if (title && !sentence.is(grammar.end() - 1, WordClass.COMPONENT)) {
            addRead(IN_RUNNING_TEXT);
        }
    }

    private void readBold(int from) {
        int until = from + 1;
        while (until < sentence.size && !sentence.marked(until, Sentence.BOLD_MARK)) {
            until++;
        }
        if (isTitle(from, until)) {
            addRead(MARKED_TITLE);
        }
    }

    /** "Three ideas: Pad Thai, Green Curry and Mango Sticky Rice". */
    private void readList(int from) {
        int next = from;
        while (next < sentence.size && grammar.readListItem(next) && holds(DishEvidence.TITLE)) {
            addRead(AFTER_COLON);
            next = grammar.end();
            next += next < sentence.size && sentence.is(next, WordClass.CONNECTOR) ? 1 : 0;
        }
    }

    private void readBare() {
        if (found.isEmpty() && isOwnLine() && holds(DishEvidence.DISH_NAME)) {
            addRead(BARE);
        }
    }

    /** "What temperature for a beef wellington", "my macarons cracked", "Your lasagna needs ten minutes". */
    private void readInPassing() {
        // An assistant's step works on what the dish is made of: "Spread each crepe with jam."
        boolean step = speaker == Speaker.ASSISTANT && sentence.has(STEP);
        boolean telling = sentence.has(TELLING) || sentence.mayHold(KnownWord.DISH_NAME);
        if (step || !telling || !found.isEmpty() || !sentence.has(WordClass.EDIBLE) || isForeign()) {
            return;
        }
        int word = 0;
        while (word < sentence.size) {
            if (grammar.readKnown(word)) {
                int next = grammar.end();
                boolean outing = next < sentence.size && sentence.is(next, WordClass.OUTING);
                if (!outing && holds(DishEvidence.TELLING)) {
                    addRead(IN_PASSING);
                }
                word = Math.max(word + 1, next);
            } else {
                word++;
            }
        }
    }

    /** "Wie macht man Kartoffelsalat": words that English does not have, and none of those that it cannot do without. */
    private boolean isForeign() {
        if (sentence.has(FUNCTION_WORD)) {
            return false;
        }
        int unknown = 0;
        for (int word = 0; word < sentence.size; word++) {
            unknown += sentence.isUnknown(word) ? 1 : 0;
        }
        return unknown > 1;
    }

    /** A heading or bold words: "Roasted Asparagus", but not "Chicken", "Boil the pasta" or "Notes". */
    private boolean isTitle(int from, int until) {
        boolean begins = sentence.is(from, WordClass.EDIBLE)
                || !sentence.is(from, WordClass.SECTION | WordClass.NUMBER | WordClass.ORDINARY | WordClass.STOP);
        return begins
                && grammar.readWhole(from, until)
                && !isRunningText()
                && (holds(DishEvidence.DISH_NAME)
                        || (grammar.end() - grammar.start() > 1 && holds(DishEvidence.FOOD_NAME)));
    }

    private boolean isRunningText() {
        for (int word = grammar.start(); word < grammar.end(); word++) {
            if (sentence.is(word, WordClass.STOP)
                    && !sentence.capitalised(word)
                    && !sentence.marked(word, Sentence.HYPHEN)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOwnLine() {
        boolean section = sentence.is(0, WordClass.SECTION)
                && !sentence.is(0, WordClass.EDIBLE | WordClass.MODIFIER | WordClass.PRAISE);
        if (!sentence.startsLine || !sentence.endsLine || section || !grammar.readFrom(afterSteps())) {
            return false;
        }
        int rest = sentence.size - grammar.end();
        return rest == 0 || (rest == 1 && COURTESIES.contains(sentence.hashes[grammar.end()]));
    }

    /** "Start cooking shrimp scampi". */
    private int afterSteps() {
        int word = 0;
        while (word + 1 < sentence.size && sentence.is(word, WordClass.STEP)) {
            word++;
        }
        return word;
    }

    private boolean holds(DishEvidence evidence) {
        return evidence.holds(sentence, grammar.start(), grammar.end());
    }

    private void addRead(int rank) {
        found.add(rank, text, sentence.start(grammar.start()), sentence.end(grammar.end() - 1));
    }
}

package com.recipechatbot.analytics.extraction;

import com.recipechatbot.analytics.extraction.CueTable.Cue;
import java.util.List;

/** Reads the sentences of messages for the dishes that they name, one message after the other. */
final class RecipeReading {

    // A mention's rank: the cues of cues.csv lie between.
    private static final int KNOWN_TITLE = 0;
    private static final int MARKED_TITLE = 1;
    private static final int OF_A_FOOD = 26;
    private static final int AFTER_COLON = 50;
    private static final int OWN_LINE = 60;
    private static final int IN_RUNNING_TEXT = 65;
    private static final int BARE = 70;
    private static final int LINKED = 72;
    private static final int IN_PASSING = 75;

    private static final WordTable COURTESIES = LexiconFile.hashes("courtesies");
    private static final WordTable SEPARATORS = LexiconFile.hashes("separators");
    private static final WordTable OFFERS = LexiconFile.hashes("offers");
    private static final WordTable WISHES = LexiconFile.hashes("wishes");
    private static final WordTable PREDICATES = LexiconFile.hashes("predicates");
    private static final WordTable LET = LexiconFile.hashes("let");
    private static final WordTable HANDLED = LexiconFile.hashes("handled");
    private static final WordTable MEANT = LexiconFile.hashes("meant");
    private static final long A = WordHash.of("a");
    private static final long AN = WordHash.of("an");
    private static final long AGAIN = WordHash.of("again");
    private static final long ONE = WordHash.of("one");
    private static final long YOUR = WordHash.of("your");
    private static final long LET_IT = WordHash.of("let");
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
    /** The dish of the sentence that the user does not want; empty when there is none. */
    private int unwantedFrom;

    private int unwantedUntil;

    RecipeReading(Sentence sentence) {
        this.sentence = sentence;
        this.grammar = new DishGrammar(sentence);
    }

    /** @param knownTitles the dishes that are known wherever they occur */
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
        unwantedUntil = 0;
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

    /** "Beef stew" of a web address that ends with "the-best-beef-stew-recipe". */
    void readLink() {
        if (!titles.isEmpty()) {
            readKnownTitles();
        }
        if (isOffer(sentence.size)) {
            return;
        }
        for (int word = 0; word < sentence.size; word++) {
            if (grammar.readFrom(word) && holds(DishEvidence.DISH_NAME)) {
                if (sentence.size > 1 || holds(DishEvidence.TELLING)) {
                    addRead(LINKED);
                }
                return;
            }
        }
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
        switch (cue.side()) {
            case BEFORE -> readBefore(from, cue);
            case AFTER -> {
                if (until < unwantedUntil) {
                    return;
                }
                boolean runningText = cue.evidence() == DishEvidence.TELLING;
                boolean read =
                        runningText ? until < sentence.size && grammar.readKnown(until) : grammar.readFrom(until);
                if (read && holds(cue.evidence())) {
                    addRead(isFood() ? Math.max(cue.rank(), OF_A_FOOD) : cue.rank());
                    readList(afterSeparator(grammar.end()), cue.rank(), DishEvidence.DISH_NAME);
                }
            }
            case EITHER -> {
                if (isNamedByRecipe(cue, from, until)) {
                    int rank = sentence.listItem && sentence.startsLine ? OWN_LINE : cue.rank();
                    int start = grammar.start();
                    int end = grammar.end();
                    if (speaker == Speaker.ASSISTANT && end <= from) {
                        readEarlier(rank, DishEvidence.DISH_NAME);
                    }
                    found.add(rank, text, sentence.start(start), sentence.end(end - 1));
                }
            }
            case UNWANTED -> {
                if (grammar.readFrom(until) && holds(cue.evidence())) {
                    unwantedFrom = grammar.start();
                    unwantedUntil = grammar.end();
                }
            }
        }
    }

    /** "Garlic" of "how do I roast garlic for a lasagna". */
    private boolean isFood() {
        return sentence.has(grammar.start(), grammar.end(), WordClass.FOOD) && !holds(DishEvidence.ASKED);
    }

    private void readBefore(int until, Cue cue) {
        readBefore(until, cue.rank(), cue.evidence());
    }

    private void readBefore(int until, int rank, DishEvidence evidence) {
        if (grammar.readBefore(until) && holds(evidence)) {
            int from = grammar.start();
            int end = grammar.end();
            readEarlier(rank, evidence);
            found.add(rank, text, sentence.start(from), sentence.end(end - 1));
        }
    }

    /** "Dal, a tempeh bowl or warm barley salad would suit you": the first one first. */
    private void readEarlier(int rank, DishEvidence evidence) {
        int separator = grammar.start();
        while (separator > 0 && sentence.is(separator - 1, WordClass.DETERMINER | WordClass.PRAISE)) {
            separator--;
        }
        if (separator > 0 && afterSeparator(separator - 1) < sentence.size) {
            readBefore(separator - 1, rank, evidence);
        } else if (separator > 0 && sentence.marked(separator, Sentence.COMMA)) {
            readBefore(separator, rank, evidence);
        }
    }

    private boolean isNamedByRecipe(Cue cue, int from, int until) {
        boolean introduced = until - from > 1 || (until < sentence.size && sentence.marked(until, Sentence.COLON));
        if (introduced && grammar.readFrom(until) && holds(DishEvidence.OPEN)) {
            // "Plum chutney recipe for Sunday".
            boolean purpose =
                    !holds(DishEvidence.FOOD_NAME) && grammar.readBefore(from) && holds(DishEvidence.DISH_NAME);
            return purpose || grammar.readFrom(until);
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
        if (sentence.heading && (isTitle(0, sentence.size) || isFirstHeading())) {
            addRead(MARKED_TITLE);
            return;
        }
        if (sentence.hasMark(MARKUP)) {
            for (int word = 0; word < sentence.size; word++) {
                if (sentence.marked(word, Sentence.IN_BOLD) && sentence.marked(word, Sentence.BOLD_MARK)) {
                    readBold(word);
                }
                if (sentence.marked(word, Sentence.COLON)) {
                    readList(word, AFTER_COLON, isOffer(word) ? DishEvidence.ASKED : DishEvidence.TITLE);
                }
            }
        }
        boolean line = sentence.capitalised(sentence.size - 1) || sentence.listItem;
        if (line && isOwnLine() && holds(sentence.listItem ? DishEvidence.TITLE_OR_TELLING : DishEvidence.TITLE)) {
            addRead(OWN_LINE);
        }
        readLabel();
        // In most sentences only the first word is capitalised.
        int capitals = sentence.capitals;
        for (int word = 0; capitals > 0 && word + 1 < sentence.size; word++) {
            capitals -= sentence.capitalised(word) ? 1 : 0;
            if (beginsCapitals(word)) {
                readCapitals(word);
            }
        }
    }

    /** "Chilaquiles rojos: salty, spicy, and done in 20 minutes." */
    private void readLabel() {
        if (sentence.hasMark(Sentence.COLON | Sentence.DASH)
                && sentence.has(TELLING)
                && grammar.readFrom(0)
                && grammar.start() == 0
                && grammar.end() < sentence.size
                && sentence.marked(grammar.end(), Sentence.COLON | Sentence.DASH)
                && holds(DishEvidence.TELLING)) {
            addRead(AFTER_COLON);
        }
    }

    /** "A few dinner ideas for four:". */
    private boolean isOffer(int until) {
        if (until > 0 && sentence.hashes[until - 1] == ONE) {
            return true;
        }
        for (int word = 0; word < until; word++) {
            if (OFFERS.has(sentence.hashes[word])) {
                return true;
            }
        }
        return false;
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
    private void readList(int from, int rank, DishEvidence evidence) {
        int next = from;
        while (next < sentence.size && grammar.readListItem(next) && holds(evidence)) {
            addRead(rank);
            next = afterSeparator(grammar.end());
        }
    }

    /** Where the next item of a list begins after this one's end, the sentence's end when none does. */
    private int afterSeparator(int end) {
        int next = end;
        while (next < sentence.size && SEPARATORS.has(sentence.hashes[next])) {
            next++;
        }
        boolean comma = end < sentence.size && sentence.marked(end, Sentence.COMMA);
        return comma || next > end ? next : sentence.size;
    }

    /** "Veggie lasagne", "egg-free waffles that hold together": a request made of a name and wishes about it. */
    private void readBare() {
        boolean edible = sentence.has(WordClass.EDIBLE) || sentence.mayHold(KnownWord.DISH_NAME);
        if (!edible || !found.isEmpty() || !sentence.startsLine) {
            return;
        }
        boolean dish = (isOwnLine() && (holds(DishEvidence.ASKED) || isPartOfTold())) || isWished();
        if (dish) {
            addRead(BARE);
        }
    }

    private boolean isWished() {
        if (!grammar.readFrom(0) || grammar.end() == sentence.size) {
            return false;
        }
        boolean apart = sentence.marked(grammar.end(), NameWords.BREAK | Sentence.COMMA);
        boolean cooked = sentence.has(grammar.start(), grammar.end(), WordClass.COOKED);
        return (apart && holds(cooked ? DishEvidence.DISH_NAME : DishEvidence.TITLE_OR_TELLING))
                || (WISHES.has(sentence.hashes[grammar.end()])
                        && sentence.is(grammar.end() - 1, WordClass.EDIBLE | WordClass.MODIFIER | WordClass.COMPONENT)
                        && holds(DishEvidence.DISH_NAME));
    }

    /** "What temperature for a beef wellington", "my macarons cracked", "Your lasagna needs ten minutes". */
    private void readInPassing() {
        // An assistant's step works on what the dish is made of: "Spread each crepe with jam."
        boolean step = speaker == Speaker.ASSISTANT && sentence.has(STEP);
        boolean outside = speaker == Speaker.USER && sentence.has(WordClass.VENUE);
        boolean telling = sentence.has(TELLING) || sentence.mayHold(KnownWord.DISH_NAME);
        if (outside || !telling || !found.isEmpty() || !sentence.has(WordClass.EDIBLE) || isForeign()) {
            return;
        }
        int word = 0;
        while (word < sentence.size) {
            if (grammar.readKnown(word)) {
                int next = grammar.end();
                if (!isElsewhere(next) && (!step || isSubject()) && isTold()) {
                    addRead(IN_PASSING);
                }
                word = Math.max(word + 1, next);
            } else {
                word++;
            }
        }
    }

    /** "The ramen shop", "lasagna again?", "I don't feel like curry". */
    private boolean isElsewhere(int next) {
        int from = grammar.start();
        boolean unwanted = from >= unwantedFrom && next <= unwantedUntil;
        // "Something with dumplings".
        boolean vague =
                from > 1 && sentence.hashes[from - 1] == NameWords.WITH && sentence.is(from - 2, WordClass.GENERIC);
        return unwanted
                || vague
                || (next < sentence.size
                        && (sentence.is(next, WordClass.OUTING)
                                || (sentence.hashes[next] == AGAIN
                                        && next + 2 >= sentence.size
                                        && speaker == Speaker.USER)));
    }

    /** "Masala dosa batter" names the dosa; "a stew" names a dish only when a user says it. */
    private boolean isTold() {
        int from = grammar.start();
        boolean meant = speaker == Speaker.USER
                && from > 0
                && grammar.end() - from == 1
                && (sentence.hashes[from - 1] == A || sentence.hashes[from - 1] == AN)
                && MEANT.has(sentence.hashes[from]);
        return meant || holds(DishEvidence.TELLING) || isPartOfTold() || isOwned();
    }

    private boolean isPartOfTold() {
        return grammar.dropPart() && holds(DishEvidence.TELLING);
    }

    /** "Your yoghurt flatbreads will puff up". */
    private boolean isOwned() {
        int from = grammar.start();
        int next = grammar.end();
        return next - from > 1
                && from > 0
                && sentence.hashes[from - 1] == YOUR
                && sentence.is(next - 1, WordClass.DISH)
                && next < sentence.size
                && PREDICATES.has(sentence.hashes[next])
                && holds(DishEvidence.DISH_NAME);
    }

    /** "Your noodle soup should simmer", "let the lasagna rest", "flip the pancakes". */
    private boolean isSubject() {
        int from = grammar.start();
        int next = grammar.end();
        boolean definite = from > 1 && sentence.is(from - 1, WordClass.DETERMINER);
        if (definite && HANDLED.has(sentence.hashes[from - 2])) {
            return true;
        }
        if (next >= sentence.size) {
            return false;
        }
        boolean let = definite && sentence.hashes[from - 2] == LET_IT && LET.has(sentence.hashes[next]);
        boolean told =
                from == 0 || sentence.is(from - 1, WordClass.DETERMINER) || sentence.hashes[from - 1] == NameWords.OF;
        return let || (told && PREDICATES.has(sentence.hashes[next]));
    }

    /** "Wie macht man Kartoffelsalat": words that English does not have, and none of those that it cannot do without. */
    private boolean isForeign() {
        boolean foreign = sentence.has(WordClass.FOREIGN);
        if (!foreign && sentence.has(FUNCTION_WORD)) {
            return false;
        }
        int strange = 0;
        int english = 0;
        for (int word = 0; word < sentence.size; word++) {
            boolean of = sentence.is(word, WordClass.FOREIGN);
            strange += of || (!foreign && sentence.isUnknown(word)) ? 1 : 0;
            english += !of && sentence.is(word, FUNCTION_WORD) ? 1 : 0;
        }
        return foreign ? strange >= english : strange > 1;
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

    /** "# Kalderetang Manok": what a message begins with, though the lexicon does not know a word of it. */
    private boolean isFirstHeading() {
        return sentence.start(0) < 6
                && !sentence.has(
                        0, sentence.size, WordClass.ORDINARY | WordClass.SECTION | WordClass.STOP | WordClass.GENERIC)
                && grammar.readWhole(0, sentence.size)
                && holds(DishEvidence.OPEN);
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
        return rest == 0 || (rest == 1 && COURTESIES.has(sentence.hashes[grammar.end()]));
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

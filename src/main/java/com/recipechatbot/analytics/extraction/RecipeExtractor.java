package com.recipechatbot.analytics.extraction;

import com.recipechatbot.analytics.extraction.CueTable.Cue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds the dishes that a redacted message names, in one pass over its characters. Immutable and safe for use by
 * several threads.
 */
public final class RecipeExtractor {

    /** Written on each row: another version may find other names in the same text. */
    public static final String VERSION = "1";

    private static final int TITLE_RANK = 0;
    private static final int MARKED_RANK = 1;
    private static final int LIST_RANK = 50;
    private static final int LINE_RANK = 60;
    private static final int BARE_RANK = 70;

    private static final RecipeExtractor STANDARD = new RecipeExtractor(new PhraseTable());

    private final Lexicon lexicon = Lexicon.standard();
    private final CueTable cues = CueTable.standard();
    private final PhraseTable titles;

    private RecipeExtractor(PhraseTable titles) {
        this.titles = titles;
    }

    public static RecipeExtractor standard() {
        return STANDARD;
    }

    /** An extractor that also knows these dishes wherever they stand, whatever else it would make of their words. */
    public RecipeExtractor withTitles(Collection<String> customerTitles) {
        PhraseTable table = new PhraseTable();
        Sentence sentence = new Sentence();
        for (String title : customerTitles) {
            if (new SentenceReader(lexicon, title, sentence).next()) {
                table.add(Arrays.copyOf(sentence.hashes, sentence.size), 0);
            }
        }
        return new RecipeExtractor(table);
    }

    /** @return the dishes with distinct keys, the one that the message is most likely about first */
    public List<RecipeMention> mentions(Speaker speaker, String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        Sentence sentence = new Sentence();
        DishGrammar grammar = new DishGrammar(sentence);
        SentenceReader reader = new SentenceReader(lexicon, text, sentence);
        MentionList found = null;
        while (reader.next()) {
            found = readSentence(speaker, text, sentence, grammar, found);
        }
        return found == null ? List.of() : found.inOrder();
    }

    private MentionList readSentence(
            Speaker speaker, String text, Sentence sentence, DishGrammar grammar, MentionList before) {
        MentionList found = before;
        PhraseTable phrases = cues.phrases(speaker);
        for (int i = 0; i < sentence.size; i++) {
            long title = titles.find(sentence, i);
            if (title >= 0) {
                found = MentionList.add(found, TITLE_RANK, text, sentence, i, i + PhraseTable.lengthOf(title));
            }
            long cue = phrases.find(sentence, i);
            if (cue >= 0) {
                found = readCue(
                        cues.cue(PhraseTable.valueOf(cue)),
                        i,
                        i + PhraseTable.lengthOf(cue),
                        speaker,
                        text,
                        sentence,
                        grammar,
                        found);
            }
        }
        return speaker == Speaker.ASSISTANT
                ? readMarked(text, sentence, grammar, found)
                : readBare(text, sentence, grammar, found);
    }

    private MentionList readCue(
            Cue cue,
            int from,
            int until,
            Speaker speaker,
            String text,
            Sentence sentence,
            DishGrammar grammar,
            MentionList found) {
        boolean named = switch (cue.side()) {
            case BEFORE -> grammar.readBefore(from) && named(sentence, grammar, cue.evidence());
            case AFTER -> grammar.readFrom(until) && named(sentence, grammar, cue.evidence());
            case EITHER -> namedByRecipe(cue, from, until, sentence, grammar);
        };
        return named ? MentionList.add(found, cue.rank(), text, sentence, grammar.start(), grammar.end()) : found;
    }

    private static boolean namedByRecipe(Cue cue, int from, int until, Sentence sentence, DishGrammar grammar) {
        boolean preposition = until - from > 1 || sentence.marked(until, Sentence.COLON);
        if (preposition && grammar.readFrom(until) && named(sentence, grammar, DishEvidence.OPEN)) {
            return true;
        }
        if (grammar.readBefore(from) && named(sentence, grammar, preposition ? DishEvidence.FOOD : cue.evidence())) {
            return true;
        }
        // "1 recipe pastry" is an ingredient.
        boolean counted = from > 0 && sentence.is(from - 1, WordClass.NUMBER);
        return !preposition && !counted && grammar.readFrom(until) && named(sentence, grammar, DishEvidence.DISH_NAME);
    }

    private MentionList readMarked(String text, Sentence sentence, DishGrammar grammar, MentionList before) {
        MentionList found = before;
        if (sentence.heading && isTitle(grammar, sentence, 0, sentence.size)) {
            return MentionList.add(found, MARKED_RANK, text, sentence, grammar.start(), grammar.end());
        }
        for (int i = 0; i < sentence.size; i++) {
            if (sentence.marked(i, Sentence.IN_BOLD) && sentence.marked(i, Sentence.BOLD_MARK)) {
                int end = i + 1;
                while (end < sentence.size && !sentence.marked(end, Sentence.BOLD_MARK)) {
                    end++;
                }
                if (isTitle(grammar, sentence, i, end)) {
                    found = MentionList.add(found, MARKED_RANK, text, sentence, grammar.start(), grammar.end());
                }
            }
        }
        for (int i = 1; i < sentence.size; i++) {
            if (sentence.marked(i, Sentence.COLON)) {
                found = readList(text, sentence, grammar, i, found);
            }
        }
        if (sentence.startsLine
                && sentence.endsLine
                && grammar.readFrom(0)
                && grammar.end() == sentence.size
                && named(sentence, grammar, DishEvidence.TITLE)) {
            found = MentionList.add(found, LINE_RANK, text, sentence, grammar.start(), grammar.end());
        }
        return found;
    }

    /** "Three ideas: Pad Thai, Green Curry and Mango Sticky Rice". */
    private static MentionList readList(
            String text, Sentence sentence, DishGrammar grammar, int from, MentionList before) {
        MentionList found = before;
        int next = from;
        while (next < sentence.size && grammar.readListItem(next) && named(sentence, grammar, DishEvidence.TITLE)) {
            found = MentionList.add(found, LIST_RANK, text, sentence, grammar.start(), grammar.end());
            next = grammar.end();
            next += next < sentence.size && sentence.is(next, WordClass.CONNECTOR) ? 1 : 0;
        }
        return found;
    }

    private static boolean isTitle(DishGrammar grammar, Sentence sentence, int from, int until) {
        return !sentence.is(from, WordClass.SECTION | WordClass.NUMBER)
                && grammar.readWhole(from, until)
                && named(sentence, grammar, DishEvidence.FOOD);
    }

    private static MentionList readBare(String text, Sentence sentence, DishGrammar grammar, MentionList found) {
        boolean bare = sentence.startsLine
                && grammar.readFrom(0)
                && grammar.end() == sentence.size
                && named(sentence, grammar, DishEvidence.DISH_NAME);
        return bare ? MentionList.add(found, BARE_RANK, text, sentence, grammar.start(), grammar.end()) : found;
    }

    private static boolean named(Sentence sentence, DishGrammar grammar, DishEvidence evidence) {
        return evidence.holds(sentence, grammar.start(), grammar.end());
    }
}

package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading eight characters at a time, in one pass for all facts, gives what slower ways give. */
class MessageReaderProperties {

    private final MessageText text = new MessageText();
    private final MessageReader together = new MessageReader();
    private final Sentence sentence = new Sentence();
    private final SentenceReader reader = new SentenceReader(sentence);

    @Property(tries = 2000)
    void wordsAreThoseOfASlowReader(@ForAll("chat") String chat) {
        assertThat(words(chat)).isEqualTo(slowWords(chat));
    }

    @Property(tries = 500)
    void wordsOfAnyTextAreThoseOfASlowReader(@ForAll String any) {
        assertThat(words(any)).isEqualTo(slowWords(any));
    }

    @Property(tries = 2000)
    void onePassFindsWhatTwoFind(@ForAll Speaker speaker, @ForAll("chat") String chat) {
        assertOnePassFindsWhatTwoFind(speaker, chat);
    }

    @Example
    void onePassFindsWhatTwoFindInTheRuleTables() {
        List<String> messages = new ArrayList<>();
        for (String table : List.of("recipe_names.csv", "message_codes.csv")) {
            RuleTable.rows(table).forEach(messages::addAll);
        }
        for (Speaker speaker : Speaker.values()) {
            messages.forEach(message -> assertOnePassFindsWhatTwoFind(speaker, message));
            assertOnePassFindsWhatTwoFind(speaker, String.join(" ", messages));
            assertOnePassFindsWhatTwoFind(speaker, String.join("\n", messages));
        }
    }

    @Property(tries = 500)
    void textAndItsBytesAreReadAlike(@ForAll("chat") String chat) {
        byte[] utf8 = ("é" + chat + "é").getBytes(StandardCharsets.UTF_8);
        text.set(utf8, 2, utf8.length - 4);

        assertThat(text.toString()).isEqualTo(new String(utf8, 2, utf8.length - 4, StandardCharsets.UTF_8));
        assertThat(text.chars().toArray()).isEqualTo(text.toString().chars().toArray());
    }

    /** The reference reads decoded text, once for the dishes and once for the evidence. */
    private void assertOnePassFindsWhatTwoFind(Speaker speaker, String message) {
        byte[] utf8 = message.getBytes(StandardCharsets.UTF_8);
        RecipeReading recipes = new RecipeReading(sentence);
        PlainText plain = new PlainText();
        text.set(plain.of(MessageText.of(new String(utf8, StandardCharsets.UTF_8)))
                .toString());
        recipes.begin(speaker, text, RecipeExtractor.standard().titles());
        reader.begin(text);
        while (reader.next()) {
            if (sentence.start(0) < plain.linkedFrom()) {
                recipes.readSentence();
            } else {
                recipes.readLink();
            }
        }
        EvidenceReading evidence = new EvidenceReading(sentence);
        evidence.begin(speaker, text);
        reader.begin(text);
        while (reader.next() && sentence.start(0) < plain.linkedFrom()) {
            evidence.readSentence();
        }

        MessageText bytes = new MessageText();
        bytes.set(utf8, 0, utf8.length);
        together.read(speaker, bytes, RecipeExtractor.standard());

        assertThat(together.mentions()).as(message).isEqualTo(recipes.mentions());
        assertThat(together.evidence()).as(message).isEqualTo(evidence.found());
    }

    private List<String> words(String message) {
        List<String> words = new ArrayList<>();
        text.set(message);
        reader.begin(text);
        while (reader.next()) {
            for (int word = 0; word < sentence.size; word++) {
                String written = message.substring(sentence.start(word), sentence.end(word));
                if (isCompared(written.charAt(0))) {
                    words.add(written + " " + sentence.hashes[word] + " "
                            + EvidenceReading.place(text, sentence.start(word), sentence.end(word)));
                }
            }
        }
        return words;
    }

    /** Not compared are the numbers of items, which a reader drops, and the signs that stand for "and". */
    private static boolean isCompared(char first) {
        return first != '&' && first != '+' && (first < '0' || first > '9');
    }

    /** The words one character at a time. */
    private static List<String> slowWords(String message) {
        List<String> words = new ArrayList<>();
        for (int start = 0; start < message.length(); ) {
            int end = start;
            StringBuilder folded = new StringBuilder();
            while (end < message.length() && isPart(message, start, end)) {
                char c = message.charAt(end++);
                if (Characters.isWord(c)) {
                    folded.append(Characters.fold(c));
                } else if (!Characters.isCombining(c)) {
                    folded.append(c == '.' ? '.' : '\'');
                }
            }
            if (end > start && isCompared(message.charAt(start))) {
                words.add(message.substring(start, end) + " " + WordHash.of(folded.toString()) + " "
                        + EvidenceReading.place(folded.toString()));
            }
            start = Math.max(end, start + 1);
        }
        return words;
    }

    private static boolean isPart(String message, int start, int at) {
        char c = message.charAt(at);
        if (Characters.isWord(c)) {
            return true;
        }
        if (at == start) {
            return false;
        }
        boolean inside = at + 1 < message.length()
                && Characters.isWord(message.charAt(at - 1))
                && Characters.isWord(message.charAt(at + 1));
        boolean point = c == '.'
                && inside
                && Characters.of(message.charAt(at - 1)) == Characters.DIGIT
                && Characters.of(message.charAt(at + 1)) == Characters.DIGIT;
        return Characters.isCombining(c) || (Characters.isApostrophe(c) && inside) || point;
    }

    @Provide
    Arbitrary<String> chat() {
        Arbitrary<String> pieces = Arbitraries.of(
                "How do I make",
                "a recipe for",
                "Crème Brûlée",
                "cre\u0301me",
                "the best soups",
                "straightforwardly",
                "eightlet",
                "SIXTEENLETTERSXX",
                "I'm done",
                "don’t",
                "rock'n'roll",
                "it's 1.5 cups",
                "350°F",
                "Dr. Pepper",
                "1. Whisk",
                "v1.5",
                "x.5",
                "'quoted'",
                "thanks",
                "enjoy your meal",
                "next step",
                "**Beef Stew**",
                "## Pad Thai",
                "[EMAIL]",
                "Fish & Chips",
                "今日の夕飯",
                "𝐀 pie",
                "🍝",
                "\uD83C",
                "—",
                "…",
                ", ",
                ". ",
                "! ",
                ": ",
                "\n",
                "\t",
                "\u00a0",
                "\0",
                "-",
                "'",
                "`");
        return pieces.list()
                .ofMaxSize(30)
                .flatMap(words -> Arbitraries.of(" ", "", "  ").map(gap -> String.join(gap, words)));
    }
}

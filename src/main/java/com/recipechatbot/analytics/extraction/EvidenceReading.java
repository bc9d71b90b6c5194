package com.recipechatbot.analytics.extraction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the sentences of messages for their evidence, one message after the other. */
final class EvidenceReading {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int FEWEST_WORDS = 3;
    private static final int NOT_CONTENT = WordClass.STOP
            | WordClass.CLAUSE
            | WordClass.CONNECTOR
            | WordClass.DETERMINER
            | WordClass.PRAISE
            | WordClass.TAIL
            | WordClass.VOCATIVE;

    private static final PhraseTable USER = new PhraseTable();
    private static final PhraseTable ASSISTANT = new PhraseTable();

    static {
        Map<List<String>, Integer> user = new LinkedHashMap<>();
        Map<List<String>, Integer> assistant = new LinkedHashMap<>();
        List<String> lines = LexiconFile.lines("evidence.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split(",");
            Map<List<String>, Integer> codes = columns[1].equals("user") ? user : assistant;
            for (List<String> words : LexiconFile.expand(columns[2], Map.of())) {
                codes.merge(words, code(columns[0]), (one, other) -> one | other);
            }
        }
        user.forEach(USER::add);
        assistant.forEach(ASSISTANT::add);
    }

    private final Sentence sentence;
    private MessageText text = new MessageText();
    private PhraseTable phrases = phrases(Speaker.USER);
    private int kind;
    private boolean signs;
    private int codes;
    private long signature;

    EvidenceReading(Sentence sentence) {
        this.sentence = sentence;
    }

    void begin(Speaker speaker, MessageText message) {
        text = message;
        phrases = phrases(speaker);
        signs = speaker == Speaker.USER;
        kind = signs ? KnownWord.USER_EVIDENCE : KnownWord.ASSISTANT_EVIDENCE;
        codes = 0;
        signature = 0;
    }

    void readSentence() {
        if (sentence.mayHold(kind)) {
            readPhrases();
        }
        if (signs) {
            readSignature();
        }
    }

    private void readPhrases() {
        for (int word = 0; word < sentence.size; word++) {
            if (sentence.mayBegin(word, kind)) {
                long found = phrases.find(sentence, word);
                codes |= found < 0 ? 0 : PhraseTable.valueOf(found);
            }
        }
    }

    private void readSignature() {
        for (int word = 0; word < sentence.size; word++) {
            if (!sentence.is(word, NOT_CONTENT)) {
                signature |= 1L << place(word);
            }
        }
    }

    private int place(int word) {
        long known = sentence.known(word);
        return KnownWord.isSigned(known)
                ? KnownWord.signaturePlace(known)
                : place(text, sentence.start(word), sentence.end(word));
    }

    MessageEvidence found() {
        boolean told = Long.bitCount(signature) >= FEWEST_WORDS;
        return codes == 0 && !told ? MessageEvidence.NONE : new MessageEvidence(codes, told ? signature : 0);
    }

    static PhraseTable phrases(Speaker speaker) {
        return speaker == Speaker.USER ? USER : ASSISTANT;
    }

    /** Phrases that only keep others from matching have no code. */
    private static int code(String name) {
        return name.equals("NOTHING") ? 0 : EvidenceCode.valueOf(name).bit();
    }

    /** Rows keep signatures, so this hash (FNV-1a over the folded characters) stays as it is, whatever words are looked up by. */
    static int place(String folded) {
        long hash = START;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * PRIME;
        }
        return (int) (hash >>> 58);
    }

    /** Of one word of a text, as {@link SentenceReader} reads it. */
    static int place(MessageText text, int start, int end) {
        long hash = START;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            char folded = Characters.foldedWord(c);
            if (folded != 0) {
                hash = (hash ^ folded) * PRIME;
            } else if (!Characters.isCombining(c)) {
                hash = (hash ^ (Characters.isApostrophe(c) ? '\'' : c)) * PRIME;
            }
        }
        return (int) (hash >>> 58);
    }
}

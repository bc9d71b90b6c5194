package com.recipechatbot.analytics.extraction;

/** Reads the sentences of messages for their evidence, one message after the other. */
final class EvidenceReading {

    private static final int FEWEST_WORDS = 3;
    private static final int NOT_CONTENT = WordClass.STOP
            | WordClass.CLAUSE
            | WordClass.CONNECTOR
            | WordClass.DETERMINER
            | WordClass.PRAISE
            | WordClass.TAIL
            | WordClass.VOCATIVE;

    private final Sentence sentence;
    private MessageText text = new MessageText();
    private PhraseTable phrases = EvidenceTable.phrases(Speaker.USER);
    private int kind;
    private boolean signs;
    private int codes;
    private long signature;

    EvidenceReading(Sentence sentence) {
        this.sentence = sentence;
    }

    void begin(Speaker speaker, MessageText message) {
        text = message;
        phrases = EvidenceTable.phrases(speaker);
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
                : SignaturePlace.of(text, sentence.start(word), sentence.end(word));
    }

    MessageEvidence found() {
        boolean told = Long.bitCount(signature) >= FEWEST_WORDS;
        return codes == 0 && !told ? MessageEvidence.NONE : new MessageEvidence(codes, told ? signature : 0);
    }
}

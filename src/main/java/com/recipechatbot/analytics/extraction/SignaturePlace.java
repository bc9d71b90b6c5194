package com.recipechatbot.analytics.extraction;

/**
 * Which of the 64 bits of a signature a word has. Rows keep signatures, so this hash (FNV-1a over the folded characters)
 * stays as it is, whatever words are looked up by.
 */
final class SignaturePlace {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private SignaturePlace() {}

    static int of(String folded) {
        long hash = START;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * PRIME;
        }
        return place(hash);
    }

    /** Of one word of a text, as {@link SentenceReader} reads it. */
    static int of(MessageText text, int start, int end) {
        long hash = START;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            char folded = CharacterKind.foldedWord(c);
            if (folded != 0) {
                hash = (hash ^ folded) * PRIME;
            } else if (!Folding.isCombining(c)) {
                hash = (hash ^ (CharacterKind.isApostrophe(c) ? '\'' : c)) * PRIME;
            }
        }
        return place(hash);
    }

    private static int place(long hash) {
        return (int) (hash >>> 58);
    }
}

package com.recipechatbot.analytics.ingest.parse;

import java.util.Arrays;

/** Replaces the escapes in a valid JSON string with the characters they stand for, in UTF-8; half a surrogate pair with
 * U+FFFD. Written by hand because decoding to characters and back makes all of reading a fifth slower. */
final class JsonEscapes {

    private final byte[] json;
    // An escape is never shorter than the character it stands for.
    private final byte[] text;
    private int length;
    private int at;

    private JsonEscapes(byte[] json, int from, int to) {
        this.json = json;
        this.text = new byte[to - from];
        this.at = from;
    }

    /** The text between the quotes, from {@code from} (inclusive) to {@code to} (exclusive). */
    static byte[] resolve(byte[] json, int from, int to) {
        JsonEscapes escapes = new JsonEscapes(json, from, to);
        while (escapes.at < to) {
            escapes.copyPlain(to);
            if (escapes.at < to) {
                escapes.replaceEscape();
            }
        }
        return Arrays.copyOf(escapes.text, escapes.length);
    }

    private void copyPlain(int to) {
        int end = WideBytes.indexOf(json, at, to, '\\', '\\');
        System.arraycopy(json, at, text, length, end - at);
        length += end - at;
        at = end;
    }

    private void replaceEscape() {
        at++;
        byte letter = json[at++];
        switch (letter) {
            case 'u' -> append(codePoint());
            case 'b' -> append('\b');
            case 'f' -> append('\f');
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            default -> append(letter);
        }
    }

    private int codePoint() {
        char first = hex();
        if (!Character.isSurrogate(first)) {
            return first;
        }
        if (Character.isHighSurrogate(first) && json[at] == '\\' && json[at + 1] == 'u') {
            int afterFirst = at;
            at += 2;
            char second = hex();
            if (Character.isLowSurrogate(second)) {
                return Character.toCodePoint(first, second);
            }
            at = afterFirst;
        }
        return '\uFFFD';
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 4) | Character.digit(json[at++], 16);
        }
        return (char) value;
    }

    private void append(int codePoint) {
        if (codePoint < 0x80) {
            text[length++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            text[length++] = (byte) (0xC0 | (codePoint >> 6));
            appendSixBits(codePoint);
        } else if (codePoint < 0x10000) {
            text[length++] = (byte) (0xE0 | (codePoint >> 12));
            appendSixBits(codePoint >> 6);
            appendSixBits(codePoint);
        } else {
            text[length++] = (byte) (0xF0 | (codePoint >> 18));
            appendSixBits(codePoint >> 12);
            appendSixBits(codePoint >> 6);
            appendSixBits(codePoint);
        }
    }

    private void appendSixBits(int bits) {
        text[length++] = (byte) (0x80 | (bits & 0x3F));
    }
}

package com.recipechatbot.analytics.extraction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of one message, as bytes for a reader that takes eight of them at once. A buffer that one thread fills
 * again and again.
 */
public final class MessageText implements CharSequence {

    /** Represents a character that is not ASCII in the bytes. */
    private static final byte WIDE = -1;

    private static final int USUAL_SIZE = 1 << 14;
    private static final long NOT_ASCII = 0x8080808080808080L;
    /** A bit in each of eight bytes. */
    private static final long EACH = 0x0101010101010101L;

    private static final long LETTER = 0x40 * EACH;
    private static final long SMALL = 0x20 * EACH;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Zeros after the last character, so that a reader may read past it. */
    private static final int PADDING = Long.SIZE + Long.BYTES;

    /** One byte per character. */
    private byte[] bytes = new byte[PADDING];
    /** The characters that are not ASCII, at their positions. */
    private char[] wide = new char[0];

    private int length;
    private boolean ascii = true;

    static MessageText of(CharSequence text) {
        MessageText message = new MessageText();
        message.set(text);
        return message;
    }

    /** Takes a text in UTF-8, in which damaged bytes are read as U+FFFD. */
    public void set(byte[] utf8, int offset, int utf8Length) {
        if (isAscii(utf8, offset, utf8Length)) {
            begin(utf8Length);
            System.arraycopy(utf8, offset, bytes, 0, utf8Length);
            end();
        } else {
            set(new String(utf8, offset, utf8Length, StandardCharsets.UTF_8));
        }
    }

    public void set(CharSequence text) {
        begin(text.length());
        ascii = false;
        if (wide.length < length) {
            wide = new char[bytes.length];
        }
        if (text instanceof String string) {
            string.getChars(0, length, wide, 0);
        } else {
            for (int i = 0; i < length; i++) {
                wide[i] = text.charAt(i);
            }
        }
        for (int i = 0; i < length; i++) {
            char c = wide[i];
            bytes[i] = c < 0x80 ? (byte) c : WIDE;
        }
        end();
    }

    private void begin(int newLength) {
        length = newLength;
        ascii = true;
        // One long text must not hold its memory for as long as the thread lives.
        int size = newLength + PADDING;
        boolean wasLong = bytes.length > USUAL_SIZE && size <= USUAL_SIZE;
        if (wasLong || bytes.length < size) {
            bytes = new byte[Math.max(size, Math.min(bytes.length * 2, USUAL_SIZE))];
            wide = new char[0];
        }
    }

    private void end() {
        Arrays.fill(bytes, length, length + PADDING, (byte) 0);
    }

    private static boolean isAscii(byte[] utf8, int offset, int length) {
        int end = offset + length;
        int at = offset;
        long seen = 0;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            seen |= (long) EIGHT.get(utf8, at);
        }
        for (; at < end; at++) {
            seen |= utf8[at];
        }
        return (seen & NOT_ASCII) == 0;
    }

    /**
     * Drops the end of the text: from the last blank that is at least this many characters before the end, or all of it
     * when there is no such blank.
     */
    public void dropEnd(int characters) {
        int end = Math.min(length - characters, length - 1);
        while (end > 0 && bytes[end] != ' ') {
            end--;
        }
        length = Math.max(end, 0);
        end();
    }

    /** The eight characters from a position on, the first one in the lowest byte; zeros behind the end. */
    long eightFrom(int position) {
        return (long) EIGHT.get(bytes, position);
    }

    /** An ASCII character, or a negative number for any other; 0 at the end. */
    byte byteAt(int position) {
        return bytes[position];
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        byte value = bytes[index];
        return value >= 0 ? (char) value : wide[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return substring(start, end);
    }

    private String substring(int start, int end) {
        return ascii
                ? new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
                : new String(wide, start, end - start);
    }

    @Override
    public String toString() {
        return substring(0, length);
    }

    /** Which of eight characters are ASCII letters or digits: the highest bit of each byte. */
    static long lettersAndDigits(long bytes) {
        long low = bytes & ~NOT_ASCII;
        return (isBetween(low | SMALL, 'a', 'z') | isBetween(low, '0', '9')) & ~bytes & NOT_ASCII;
    }

    /** Which of eight characters may belong to markup or a web address, in the same bits; a few others may be included. */
    static long markup(long bytes) {
        return (is(bytes, '<') | is(bytes, '&') | is(bytes, '.') | is(bytes, ':')) & NOT_ASCII;
    }

    private static long is(long bytes, char sign) {
        long zeros = bytes ^ sign * EACH;
        return (zeros - EACH) & ~zeros;
    }

    private static long isBetween(long low, char first, char last) {
        return low + (0x80 - first) * EACH & ~(low + (0x7F - last) * EACH);
    }

    /** Letters in lower case, of letters, digits and zeros. */
    static long folded(long word) {
        return word | (word & LETTER) >>> 1;
    }

    /** How many of letters, digits and zeros are capitals. */
    static int capitals(long word) {
        return Long.bitCount(word & LETTER & ~(word << 1));
    }
}

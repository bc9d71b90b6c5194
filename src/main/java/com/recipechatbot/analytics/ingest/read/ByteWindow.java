package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.parse.WideBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream seen through a window that keeps the record at hand in one piece. The window grows with its record up to a
 * limit; the bytes of a longer one are let go, so that no record costs more memory than the limit.
 */
final class ByteWindow {

    private static final int SMALLEST = 1 << 18;

    private final InputStream stream;
    private final int longest;
    private byte[] bytes;
    private int begin;
    private int at;
    private int end;
    private long offsetOfBytes;
    private long recordOffset;

    /**
     * @param offset where in the file the stream begins
     * @param longest the most bytes of one record that are kept
     */
    ByteWindow(InputStream stream, long offset, int longest) {
        this.stream = stream;
        this.longest = longest;
        this.bytes = new byte[Math.min(SMALLEST, longest + 1)];
        this.offsetOfBytes = offset;
        this.recordOffset = offset;
    }

    /** The next byte, or -1 at the end of the stream. */
    int peek() throws IOException {
        return at < end || fill() ? bytes[at] & 0xFF : -1;
    }

    /** Moves past the byte that {@link #peek} gave. */
    void advance() {
        at++;
    }

    /** Moves to the next such byte and tells whether there is one; if not, to the end of the stream. */
    boolean advanceTo(char wanted) throws IOException {
        do {
            at = WideBytes.indexOf(bytes, at, end, wanted, wanted);
            if (at < end) {
                return true;
            }
        } while (fill());
        return false;
    }

    int advanceToNonBlank() throws IOException {
        int next = peek();
        while (isBlank(next)) {
            at++;
            next = peek();
        }
        return next;
    }

    /** At the top of a file some editors leave a mark that is no part of the text. */
    void skipByteOrderMark() throws IOException {
        beginRecord();
        for (int expected : new int[] {0xEF, 0xBB, 0xBF}) {
            if (peek() != expected) {
                rewind();
                return;
            }
            advance();
        }
    }

    /** What lies before the next byte is no longer needed. */
    void beginRecord() {
        begin = at;
        recordOffset = offset();
    }

    /** Moves back to where the record begins, as long as it is not too long. */
    void rewind() {
        at = begin;
    }

    long offset() {
        return offsetOfBytes + at;
    }

    /** The record up to here without the blanks around it; its bytes stay as they are until the window moves on. */
    RawRecord record(long number) {
        if (offset() - recordOffset > longest) {
            return RawRecord.tooLong(recordOffset, offset() - recordOffset, number);
        }
        int from = begin;
        int to = at;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        return RawRecord.of(bytes, from, to, offsetOfBytes + from, number);
    }

    private boolean fill() throws IOException {
        makeRoom();
        int count = stream.read(bytes, end, bytes.length - end);
        end += Math.max(count, 0);
        return count > 0;
    }

    private void makeRoom() {
        if (end < bytes.length) {
            return;
        }
        if (offset() - recordOffset > longest) {
            begin = end;
        }
        if (begin > 0) {
            System.arraycopy(bytes, begin, bytes, 0, end - begin);
            offsetOfBytes += begin;
            at -= begin;
            end -= begin;
            begin = 0;
        } else {
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, longest + 1L));
        }
    }

    private static boolean isBlank(int character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }
}

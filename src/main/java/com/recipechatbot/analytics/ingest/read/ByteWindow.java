package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.parse.WideBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream that keeps the current record in one piece. It grows with its record up to a limit; the bytes of
 * a longer one are discarded, so that no record takes more memory than the limit.
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

    /** The byte that many positions later, or -1 after the end of the stream. */
    int peek(int ahead) throws IOException {
        while (at + ahead >= end) {
            if (!fill()) {
                return -1;
            }
        }
        return bytes[at + ahead] & 0xFF;
    }

    /** Moves past the byte that {@link #peek} gave. */
    void advance() {
        at++;
    }

    /** Moves past bytes that were peeked at. */
    void advance(int count) {
        at += count;
    }

    /** Moves to the next such byte, or to the end of the stream, and returns whether there was one. */
    boolean advanceTo(char wanted) throws IOException {
        do {
            at = WideBytes.indexOf(bytes, at, end, wanted, wanted);
            if (at < end) {
                return true;
            }
        } while (fill());
        return false;
    }

    /** The same, but looks at no more than that many bytes. */
    boolean advanceTo(char wanted, int most) throws IOException {
        int first = at - begin;
        do {
            int to = Math.min(end, begin + first + most);
            at = WideBytes.indexOf(bytes, at, to, wanted, wanted);
            if (at < to) {
                return true;
            }
        } while (at - begin - first < Math.min(most, longest) && fill());
        return false;
    }

    /** Starts a record here: earlier bytes are no longer needed. */
    void beginRecord() {
        begin = at;
        recordOffset = offset();
    }

    /** Moves back to the beginning of the record, unless that is too long. */
    void rewind() {
        at = begin;
    }

    /** Whether the record up to here is longer than what is kept of one. */
    boolean isTooLong() {
        return offset() - recordOffset > longest;
    }

    long offset() {
        return offsetOfBytes + at;
    }

    /** The record up to here, without surrounding white space; its bytes are valid until the window moves on. */
    RawRecord record(long number) {
        if (isTooLong()) {
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
        if (isTooLong()) {
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

    static boolean isBlank(int character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }
}

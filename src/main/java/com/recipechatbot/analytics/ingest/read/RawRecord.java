package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;

/**
 * The bytes of one record and their position in the file. The array belongs to the reader and holds them only until the
 * next record is read.
 *
 * @param from where in the array the record begins
 * @param to where in the array it ends, exclusive
 * @param offset of its first byte in the uncompressed file
 * @param length in bytes; more than the array holds when the record is too long
 * @param number its line, counted from the beginning of the range, or its element in an array; from 1
 * @param flaw why it cannot be used, whatever its content; null if it may be usable
 */
@SuppressWarnings("ArrayRecordComponent") // Records are not compared, and a copy of the bytes would cost too much.
public record RawRecord(byte[] bytes, int from, int to, long offset, long length, long number, RejectionReason flaw) {

    private static final byte[] NOT_KEPT = {};

    static RawRecord of(byte[] bytes, int from, int to, long offset, long number) {
        return new RawRecord(bytes, from, to, offset, to - from, number, null);
    }

    static RawRecord tooLong(long offset, long length, long number) {
        return new RawRecord(NOT_KEPT, 0, 0, offset, length, number, RejectionReason.RECORD_TOO_LONG);
    }

    RawRecord unclosed() {
        return flaw == null ? new RawRecord(bytes, from, to, offset, length, number, RejectionReason.NOT_JSON) : this;
    }

    boolean endsWith(char last) {
        return to > from && bytes[to - 1] == last;
    }
}

package com.recipechatbot.analytics.ingest;

/**
 * The bytes of one record and where in the file they stand. The array is the reader's: it holds them only until the
 * next record is read.
 */
final class RecordSlice {

    private static final byte[] LET_GO = {};

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final long offset;
    private final long length;
    private final long number;
    private final RejectionReason flaw;

    private RecordSlice(byte[] bytes, int from, int to, long offset, long length, long number, RejectionReason flaw) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.offset = offset;
        this.length = length;
        this.number = number;
        this.flaw = flaw;
    }

    static RecordSlice of(byte[] bytes, int from, int to, long offset, long number) {
        return new RecordSlice(bytes, from, to, offset, to - from, number, null);
    }

    static RecordSlice tooLong(long offset, long length, long number) {
        return new RecordSlice(LET_GO, 0, 0, offset, length, number, RejectionReason.RECORD_TOO_LONG);
    }

    RecordSlice unclosed() {
        return flaw == null ? new RecordSlice(bytes, from, to, offset, length, number, RejectionReason.NOT_JSON) : this;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where in the array the record begins. */
    int from() {
        return from;
    }

    /** Where in the array it ends, exclusive. */
    int to() {
        return to;
    }

    /** Where its first byte stands in the uncompressed file. */
    long offset() {
        return offset;
    }

    /** In bytes; more than the array holds when the record is too long. */
    long length() {
        return length;
    }

    /** Its line, counted from the beginning of the range, or its element in an array; from 1. */
    long number() {
        return number;
    }

    /** Why it cannot be used whatever it holds, or null. */
    RejectionReason flaw() {
        return flaw;
    }

    boolean isEmpty() {
        return length == 0;
    }
}

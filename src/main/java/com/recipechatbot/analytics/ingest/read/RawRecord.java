package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;

/**
 * The bytes of one record and their position in the file. The array belongs to the reader and holds them only until the
 * next record is read.
 */
public final class RawRecord {

    private static final byte[] LET_GO = {};

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final long offset;
    private final long length;
    private final long number;
    private final RejectionReason flaw;

    private RawRecord(byte[] bytes, int from, int to, long offset, long length, long number, RejectionReason flaw) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.offset = offset;
        this.length = length;
        this.number = number;
        this.flaw = flaw;
    }

    static RawRecord of(byte[] bytes, int from, int to, long offset, long number) {
        return new RawRecord(bytes, from, to, offset, to - from, number, null);
    }

    static RawRecord tooLong(long offset, long length, long number) {
        return new RawRecord(LET_GO, 0, 0, offset, length, number, RejectionReason.RECORD_TOO_LONG);
    }

    RawRecord unclosed() {
        return flaw == null ? new RawRecord(bytes, from, to, offset, length, number, RejectionReason.NOT_JSON) : this;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Where in the array the record begins. */
    public int from() {
        return from;
    }

    /** Where in the array it ends, exclusive. */
    public int to() {
        return to;
    }

    /** The position of its first byte in the uncompressed file. */
    public long offset() {
        return offset;
    }

    /** In bytes; more than the array holds when the record is too long. */
    public long length() {
        return length;
    }

    /** Its line, counted from the beginning of the range, or its element in an array; from 1. */
    long number() {
        return number;
    }

    /** Why it cannot be used, whatever its content; null if it may be usable. */
    RejectionReason flaw() {
        return flaw;
    }

    boolean isEmpty() {
        return length == 0;
    }
}

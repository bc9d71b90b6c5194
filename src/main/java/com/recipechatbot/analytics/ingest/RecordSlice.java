package com.recipechatbot.analytics.ingest;

/**
 * The bytes of one record and where in the file they stand. The array is the reader's: it holds them only until the
 * next record is read.
 *
 * @param from where in the array the record begins
 * @param to where in the array it ends, exclusive
 * @param offset of its first byte in the uncompressed file
 * @param length in bytes; more than the array holds when the record is too long
 * @param number its line counted from the beginning of the range, or its element in an array; from 1
 * @param flaw why it cannot be used whatever it holds, or null
 */
record RecordSlice(byte[] bytes, int from, int to, long offset, long length, long number, RejectionReason flaw) {

    static RecordSlice of(byte[] bytes, int from, int to, long offset, long number) {
        return new RecordSlice(bytes, from, to, offset, to - from, number, null);
    }

    static RecordSlice tooLong(long offset, long length, long number) {
        return new RecordSlice(new byte[0], 0, 0, offset, length, number, RejectionReason.RECORD_TOO_LONG);
    }

    RecordSlice unclosed() {
        return flaw == null ? new RecordSlice(bytes, from, to, offset, length, number, RejectionReason.NOT_JSON) : this;
    }

    boolean isEmpty() {
        return length == 0;
    }
}

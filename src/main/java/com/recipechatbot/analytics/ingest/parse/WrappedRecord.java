package com.recipechatbot.analytics.ingest.parse;

/**
 * A record that was found inside a wrapper.
 *
 * @param bytes that hold its JSON, from {@code from} (inclusive) to {@code to} (exclusive); decoded if it was encoded
 * @param holderFrom where the smallest value of the wrapper begins that can be taken out with this record
 * @param holderTo where that ends, exclusive
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares it, and a copy of the bytes would cost too much.
public record WrappedRecord(ParsedRecord record, byte[] bytes, int from, int to, int holderFrom, int holderTo) {}

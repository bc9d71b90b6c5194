package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import java.util.Arrays;

/**
 * A record of a file.
 *
 * @param slice its bytes and its place; of one inside an encoded text, the place of what holds that text
 */
public record FoundRecord(RawRecord slice, ParsedRecord record) {

    /** A copy of its bytes: those of the slice are valid only until the next record is read. */
    public byte[] bytes() {
        return Arrays.copyOfRange(slice.bytes(), slice.from(), slice.to());
    }
}

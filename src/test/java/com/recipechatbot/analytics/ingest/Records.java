package com.recipechatbot.analytics.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads all records of a splitter through a window so small that it has to move often. */
final class Records {

    static final int LONGEST = 40;

    private Records() {}

    static ByteWindow window(String file) {
        return new ByteWindow(new Trickle(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))), 0, LONGEST);
    }

    /** The records with bytes of their own. */
    static List<RecordSlice> of(RecordSplitter splitter) throws IOException {
        List<RecordSlice> records = new ArrayList<>();
        for (RecordSlice next = splitter.next(); next != null; next = splitter.next()) {
            byte[] bytes = Arrays.copyOfRange(next.bytes(), next.from(), next.to());
            records.add(
                    new RecordSlice(bytes, 0, bytes.length, next.offset(), next.length(), next.number(), next.flaw()));
        }
        return records;
    }

    static String text(RecordSlice record) {
        return new String(record.bytes(), record.from(), record.to() - record.from(), StandardCharsets.UTF_8);
    }

    /** Gives at most seven bytes at once, as a slow connection does. */
    private static final class Trickle extends InputStream {

        private final InputStream bytes;

        Trickle(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return bytes.read(target, from, Math.min(7, length));
        }
    }
}

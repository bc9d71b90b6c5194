package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads all records of a splitter through a window so small that it has to move often. */
final class Records {

    static final int LONGEST = 40;

    private Records() {}

    static ByteWindow window(String file) {
        return new ByteWindow(new Trickle(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))), 0, LONGEST);
    }

    /** The records, each line that may hold several read with care. */
    static List<Found> of(String file) throws IOException {
        RecordSplitter splitter = new RecordSplitter(window(file), Long.MAX_VALUE);
        List<Found> records = new ArrayList<>();
        for (RawRecord next = splitter.next(); next != null; next = splitter.next()) {
            if (splitter.isGuess()) {
                next = splitter.again();
            }
            records.add(new Found(text(next), next.number(), next.offset(), next.length(), next.flaw()));
        }
        return records;
    }

    static String text(RawRecord record) {
        return new String(record.bytes(), record.from(), record.to() - record.from(), StandardCharsets.UTF_8);
    }

    /** A record with a text of its own. */
    record Found(String text, long number, long offset, long length, RejectionReason flaw) {}

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

package com.recipechatbot.analytics.ingest.read;

import java.io.IOException;

/**
 * Gives one record for each line. A byte range gives the lines that begin in it, so adjacent ranges give each line
 * once.
 */
final class LineSplitter implements Splitter {

    private final ByteWindow window;
    private final long end;
    private long line;

    /**
     * @param end the offset at which the next range begins
     * @param line the number of the line before the first
     */
    LineSplitter(ByteWindow window, long end, long line) {
        this.window = window;
        this.end = end;
        this.line = line;
    }

    @Override
    public RawRecord next() throws IOException {
        while (window.offset() < end && window.peek() >= 0) {
            window.beginRecord();
            boolean hasLineEnd = window.advanceTo('\n');
            line++;
            RawRecord record = window.record(line);
            if (hasLineEnd) {
                window.advance();
            }
            if (!record.isEmpty()) {
                return record;
            }
        }
        return null;
    }
}

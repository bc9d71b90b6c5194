package com.recipechatbot.analytics.ingest.read;

import java.io.IOException;

/**
 * Gives one record for each element of the JSON array in a file. What follows the array is read as lines, and the
 * numbers continue. A broken element does not affect its neighbours, and an array that never closes ends in a rejected
 * record.
 */
final class ArraySplitter implements Splitter {

    private final ByteWindow window;
    private long element;
    private Splitter rest;

    /** @param window positioned after the opening bracket */
    ArraySplitter(ByteWindow window) {
        this.window = window;
    }

    @Override
    public RawRecord next() throws IOException {
        if (rest != null) {
            return rest.next();
        }
        int first = window.advanceToNonBlank();
        while (first == ',') {
            window.advance();
            first = window.advanceToNonBlank();
        }
        if (first == ']') {
            window.advance();
            rest = new LineSplitter(window, Long.MAX_VALUE, element);
            return rest.next();
        }
        window.beginRecord();
        element++;
        if (new ArrayElement().readFrom(window)) {
            return window.record(element);
        }
        rest = new LineSplitter(window, Long.MAX_VALUE, element);
        return window.record(element).unclosed();
    }
}

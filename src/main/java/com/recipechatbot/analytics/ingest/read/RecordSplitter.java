package com.recipechatbot.analytics.ingest.read;

import java.io.IOException;

/**
 * Splits a file into its records: objects on lines of their own, several on a line, or one over several lines, and the
 * elements of arrays, also of those in {@code {"Items": [...]}} and {@code {"Records": [...]}}. White space, commas, byte
 * order marks and written-out line ends between them are skipped; every other byte belongs to exactly one record.
 *
 * <p>An object in the first column of a line always begins a record, so a broken one affects no other, and a part of a
 * file can be read without the parts before it.
 */
final class RecordSplitter {

    /** A line that ends later is read byte by byte, because it may hold any number of objects. */
    private static final int LONGEST_GUESS = 1 << 20;

    private static final String[] WRAPPERS = {"Items\"", "Records\"", "records\"", "logEvents\""};

    private final ByteWindow window;
    private final long end;
    /** Lines, and elements of arrays, before the next record. */
    private long passed;

    private boolean isInArray;
    private boolean isInWrapper;
    private boolean isAtLineStart = true;
    /** Whether a whole object has ended on this line. */
    private boolean followsObject;

    private boolean isGuess;

    /** @param end the offset at which the next range begins: records of the lines that begin there are not read */
    RecordSplitter(ByteWindow window, long end) {
        this.window = window;
        this.end = end;
    }

    /** Whether the records of a file are the elements of one array, which can only be read from its beginning. */
    static boolean isArray(ByteWindow window) throws IOException {
        RecordSplitter splitter = new RecordSplitter(window, Long.MAX_VALUE);
        int first = splitter.advanceToRecord();
        return first == '[' || (first == '{' && splitter.wrapperLength() > 0);
    }

    /** Moves to the first record of a range that begins inside a file. */
    void advanceToRange() throws IOException {
        do {
            if (window.advanceTo('\n')) {
                window.advance();
            }
            window.beginRecord();
        } while (window.peek() >= 0 && window.peek() != '{');
    }

    /**
     * The next record, or null when there is none. A line that begins with an object is returned as one record; when it turns
     * out to be more or less than one, the caller reads it {@link #again}.
     */
    RawRecord next() throws IOException {
        isGuess = false;
        while (true) {
            int first = advanceToRecord();
            if (isAtLineStart && first == '{' && window.offset() >= end) {
                return null;
            }
            if (first < 0) {
                return isInArray ? unclosed() : null;
            }
            if (isInArray && first == ']') {
                closeArray();
            } else if (!isInArray && first == '[') {
                window.advance();
                openArray(false);
            } else if (!isInArray && first == '{' && wrapperLength() > 0) {
                window.advance(wrapperLength());
                openArray(true);
            } else {
                return record(first);
            }
        }
    }

    /** Whether {@link #next} gave a line that may hold something other than one object. */
    boolean isGuess() {
        return isGuess;
    }

    /** The first record of the line that {@link #next} gave. */
    RawRecord again() throws IOException {
        isGuess = false;
        window.rewind();
        return object();
    }

    private RawRecord record(int first) throws IOException {
        window.beginRecord();
        isAtLineStart = false;
        if (isInArray) {
            return element();
        }
        if (first != '{') {
            advanceOverRubbish();
            return window.record(passed + 1);
        }
        if (!followsObject && window.advanceTo('\n', LONGEST_GUESS)) {
            RawRecord line = window.record(passed + 1);
            if (line.endsWith('}')) {
                isGuess = true;
                return line;
            }
        }
        window.rewind();
        return object();
    }

    /** On a line with whole objects, rubbish ends where the next one begins. */
    private void advanceOverRubbish() throws IOException {
        if (!followsObject) {
            window.advanceTo('\n');
            return;
        }
        for (int next = window.peek(); next >= 0 && next != '\n' && next != '{'; next = window.peek()) {
            window.advance();
        }
    }

    /** An object by its braces: to their end, or to where another record begins. */
    private RawRecord object() throws IOException {
        long number = passed + 1;
        JsonNesting nesting = new JsonNesting();
        for (int next = window.peek(); next >= 0 && !window.isTooLong(); next = window.peek()) {
            if (next == '{' && (isAtLineStart || (followsObject && nesting.isImpossible(next)))) {
                return window.record(number);
            }
            nesting.read(next);
            window.advance();
            isAtLineStart = next == '\n';
            if (isAtLineStart) {
                passed++;
                followsObject = false;
            }
            if (nesting.isClosed()) {
                return closed(number);
            }
        }
        if (window.isTooLong()) {
            window.advanceTo('\n');
        }
        return window.record(number);
    }

    /** What follows a whole object on its line and is not another record makes it a broken one. */
    private RawRecord closed(long number) throws IOException {
        int ahead = 0;
        while (isSeparator(ahead)) {
            ahead += separatorLength(ahead);
        }
        int next = window.peek(ahead);
        if (!followsObject && next >= 0 && next != '\n' && next != '{' && next != '[') {
            window.advanceTo('\n');
        }
        followsObject = true;
        return window.record(number);
    }

    private RawRecord element() throws IOException {
        JsonNesting nesting = new JsonNesting();
        passed++;
        for (int next = window.peek(); next >= 0; next = window.peek()) {
            if ((nesting.isOutside() && (next == ',' || next == ']')) || nesting.isImpossible(next)) {
                return window.record(passed);
            }
            nesting.read(next);
            window.advance();
        }
        isInArray = false;
        return window.record(passed).unclosed();
    }

    private RawRecord unclosed() {
        isInArray = false;
        window.beginRecord();
        passed++;
        return window.record(passed).unclosed();
    }

    private void openArray(boolean inWrapper) {
        isInArray = true;
        isInWrapper = inWrapper;
    }

    /** What a wrapper has after its array, such as {@code "Count": 3}, is not data. */
    private void closeArray() throws IOException {
        window.advance();
        isInArray = false;
        followsObject = true;
        if (isInWrapper) {
            JsonNesting nesting = JsonNesting.inObject();
            for (int next = window.peek();
                    next >= 0 && !nesting.isClosed() && !(isAtLineStart && next == '{');
                    next = window.peek()) {
                nesting.read(next);
                window.advance();
                window.beginRecord();
                isAtLineStart = next == '\n';
            }
        }
    }

    /** Moves past what separates records and returns the first byte of the next one, or -1. */
    private int advanceToRecord() throws IOException {
        window.beginRecord();
        while (true) {
            int next = window.peek();
            if (next == '\n') {
                passed += isInArray ? 0 : 1;
                isAtLineStart = true;
                followsObject = false;
                window.advance();
            } else if (isSeparator(0) || (next == ']' && !isInArray)) {
                // A bracket without its array is left over where a file is read in parts.
                isAtLineStart = false;
                window.advance(next == ']' ? 1 : separatorLength(0));
            } else {
                return next;
            }
            window.beginRecord();
        }
    }

    private boolean isSeparator(int ahead) throws IOException {
        int next = window.peek(ahead);
        return next == ' ' || next == '\t' || next == '\r' || next == ',' || separatorLength(ahead) > 1;
    }

    /** A byte order mark where files were joined, and line ends that somebody has written as two characters. */
    private int separatorLength(int ahead) throws IOException {
        int next = window.peek(ahead);
        if (next == 0xEF && window.peek(ahead + 1) == 0xBB && window.peek(ahead + 2) == 0xBF) {
            return 3;
        }
        int letter = next == '\\' ? window.peek(ahead + 1) : 0;
        return letter == 'n' || letter == 'r' || letter == 't' ? 2 : 1;
    }

    /** The length of <code>{"Items": [</code> or its like at this place; 0 when there is something else. */
    private int wrapperLength() throws IOException {
        int name = blanks(1);
        if (window.peek(name) != '"') {
            return 0;
        }
        for (String wrapper : WRAPPERS) {
            int at = name + 1;
            int matched = 0;
            while (matched < wrapper.length() && window.peek(at + matched) == wrapper.charAt(matched)) {
                matched++;
            }
            if (matched == wrapper.length()) {
                int colon = blanks(at + matched);
                int bracket = blanks(colon + 1);
                return window.peek(colon) == ':' && window.peek(bracket) == '[' ? bracket + 1 : 0;
            }
        }
        return 0;
    }

    private int blanks(int from) throws IOException {
        int at = from;
        while (ByteWindow.isBlank(window.peek(at)) && at < LONGEST_GUESS) {
            at++;
        }
        return at;
    }
}

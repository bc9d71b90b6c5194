package com.recipechatbot.analytics.ingest.read;

import java.io.IOException;

/**
 * Finds where an element of an array of objects ends, looking only at nesting and strings. It gives up on an element
 * at the first sign, impossible in valid JSON, that the next one has begun.
 */
final class ArrayElement {

    private int depth;
    /** One bit for each open bracket, the innermost lowest: 1 for an object, 0 for an array or beyond 64 levels. */
    private long kinds;

    private boolean isInString;
    private boolean isEscaped;
    private int previous;

    /** Moves past the element and returns whether it ended before the stream did. */
    boolean readFrom(ByteWindow window) throws IOException {
        for (int next = window.peek(); next >= 0; next = window.peek()) {
            if (isInString) {
                readInString(next);
            } else if (endsBefore(next)) {
                return true;
            } else {
                readOutsideString(next);
            }
            window.advance();
        }
        return false;
    }

    private void readInString(int next) {
        // A line end must be escaped in a string: the closing quote is missing here.
        if ((next == '"' && !isEscaped) || next == '\n') {
            isInString = false;
        }
        isEscaped = next == '\\' && !isEscaped;
    }

    private boolean endsBefore(int next) {
        if (depth == 0 && (next == ',' || next == ']')) {
            return true;
        }
        boolean isInArray = depth > 0 && (kinds & 1) == 0;
        return next == '{' && previous != 0 && previous != ':' && !isInArray;
    }

    private void readOutsideString(int next) {
        switch (next) {
            case '"' -> {
                isInString = true;
                isEscaped = false;
            }
            case '{', '[' -> {
                depth++;
                kinds = (kinds << 1) | (next == '{' ? 1 : 0);
            }
            case '}', ']' -> {
                depth = Math.max(0, depth - 1);
                kinds >>>= 1;
            }
            default -> {}
        }
        if (next > ' ') {
            previous = next;
        }
    }
}

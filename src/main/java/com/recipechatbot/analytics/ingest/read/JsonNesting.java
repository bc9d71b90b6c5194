package com.recipechatbot.analytics.ingest.read;

/** Where a reader of JSON is, seen from brackets and strings only, so that broken JSON can be read as well. */
final class JsonNesting {

    private int depth;
    /** One bit for each open bracket, the innermost lowest: 1 for an object, 0 for an array or beyond 64 levels. */
    private long kinds;

    private boolean isInString;
    private boolean isEscaped;
    private int previous;

    static JsonNesting inObject() {
        JsonNesting nesting = new JsonNesting();
        nesting.read('{');
        return nesting;
    }

    void read(int next) {
        if (isInString) {
            // A line end must be escaped in a string: the closing quote is missing here.
            if ((next == '"' && !isEscaped) || next == '\n') {
                isInString = false;
            }
            isEscaped = next == '\\' && !isEscaped;
            return;
        }
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

    /** Whether every bracket and string that was opened is closed. */
    boolean isOutside() {
        return depth == 0 && !isInString;
    }

    /** Whether the last byte closed the outermost bracket. */
    boolean isClosed() {
        return isOutside() && (previous == '}' || previous == ']');
    }

    /** Whether this byte begins an object where valid JSON has none: the one before is broken. */
    boolean isImpossible(int next) {
        boolean isInList = depth > 0 && (kinds & 1) == 0;
        return next == '{' && !isInString && previous != 0 && previous != ':' && !isInList;
    }
}

package com.recipechatbot.analytics.facts;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The layout of facts, and how two of them merge. Facts are a header and entries one after the other; merging puts
 * the entries of one after those of the other, so a task that reads adds a record in the time that it takes to copy it.
 *
 * <pre>
 *  0  size in bytes i32
 *  4  reserved u8, exclusion u8 (0 none), flags u8, reserved u8
 *  8  first and last day that a record names i32, i32
 * 16  where the last user is i32 (0 nowhere)
 * 20  key of the conversation 16
 * 36  entries
 *
 * USER      day i32, Monday i32, day key 16, activity key 16, week key 16: of the messages that follow
 * MESSAGE   length i32, flags u8, more flags u8, sent_at i64, message key i64, evidence i32, signature i64, features u8
 *           whose highest bit says that there is text, source, then as flagged: rating u8, recipes, tools and model use, redactions, text, written_at i64, image i64,
 *           sequence
 * EXCLUDED  reason u8, count i32
 * SOURCE    text: of the known messages and writes that follow
 * REJECTED  length i32, flags u8, source, reason, file, byte offset i64, byte length i64, then as flagged: line i64,
 *           key of the record 16, the record sealed. Each has facts of its own, whose key is its place
 * </pre>
 *
 * Settled facts ({@link SettledFacts}) have the messages in order, each once, and may have these as well:
 *
 * <pre>
 * DUPLICATE 0 u8, count i32
 * WRITE     flags u8, sent_at i64, source, written_at i64, image i64, message key i64, sequence
 * CHANGED   withdrawn u8, day i32: a message of the day was superseded
 * STALE     text: a source that holds messages that are not the last write any more
 * </pre>
 */
public final class Facts {

    static final int KEY = 16;
    static final int SIZE = 0;
    static final int EXCLUSION = 5;
    static final int FLAGS = 6;
    static final int FIRST_DAY = 8;
    static final int LAST_DAY = 12;
    static final int LAST_USER = 16;
    static final int CONVERSATION = 20;
    static final int HEADER = CONVERSATION + KEY;

    static final int TELLS_WRITES = 1;
    static final int HAS_PLACEHOLDER = 1 << 1;

    static final int USER = 1;
    static final int MESSAGE = 2;
    static final int EXCLUDED = 3;
    static final int SOURCE = 4;
    static final int DUPLICATE = 5;
    static final int WRITE = 6;
    static final int CHANGED = 7;
    static final int STALE = 8;
    static final int REJECTED = 9;

    static final int USER_BYTES = 2 * Integer.BYTES + 3 * KEY;

    // Flags of a message; the lowest two bits are its role.
    static final int ROLE = 3;
    static final int HAS_USER = 4;
    static final int KNOWN = 8;
    static final int WRITTEN = 16;
    static final int WITHDRAWN = 32;
    static final int DELETED = 64;
    static final int LOADED = 128;

    // More flags.
    static final int RECIPES = 1;
    /** Tools, perhaps none, and the model that wrote the message, perhaps none. */
    static final int TOOLS_AND_MODEL = 2;

    static final int REDACTIONS = 4;
    static final int TEXT = 8;
    static final int RATED = 16;
    static final int TRUNCATED = 32;
    static final int IMAGE = 64;
    static final int SEQUENCE = 128;

    /** In the byte of the features, of which there are seven. */
    static final int HAS_TEXT = 128;

    // Flags of a model's use.
    static final int USED = 1;
    static final int FAILED = 2;
    static final int LATENCY = 4;
    static final int INPUT_TOKENS = 8;
    static final int OUTPUT_TOKENS = 16;
    static final int COST = 32;

    // Offsets within a message.
    static final int LENGTH = 1;
    static final int HOW = 5;
    static final int MORE = 6;
    static final int SENT_AT = 7;
    static final int MESSAGE_KEY = 15;
    static final int EVIDENCE = 23;
    static final int SIGNATURE = 27;
    static final int FEATURES = 35;
    static final int BODY = 36;

    /** Facts of nothing yet. */
    public static final byte[] NONE = {};

    private static final int LARGEST = 1 << 30;

    private Facts() {}

    /** The bytes of a conversation's facts by which they are brought together. */
    public static byte[] key(byte[] facts) {
        return Arrays.copyOfRange(facts, CONVERSATION, CONVERSATION + KEY);
    }

    /**
     * Both together. Changes {@code facts}, which must not be used afterwards.
     *
     * @param facts {@link #NONE} or the result of an earlier merge, with room behind its end
     * @throws FactsTooLargeException when the conversation no longer fits into memory
     */
    public static byte[] merge(byte[] facts, byte[] more) {
        return merge(facts, more, LARGEST);
    }

    static byte[] merge(byte[] facts, byte[] more, int largest) {
        if (facts.length == 0) {
            return Arrays.copyOf(more, size(more));
        }
        int size = size(facts);
        int from = HEADER;
        int to = size(more);
        if (to > from && more[from] == USER && isLastUser(facts, more, from)) {
            from += 1 + USER_BYTES;
        }
        byte[] merged = withRoom(facts, size, to - from, largest);
        System.arraycopy(more, from, merged, size, to - from);
        int lastUser = FactsWriter.readInt(more, LAST_USER);
        if (lastUser >= from) {
            FactsWriter.writeInt(merged, LAST_USER, size + lastUser - from);
        }
        FactsWriter.writeInt(merged, SIZE, size + to - from);
        mergeHeader(merged, more);
        return merged;
    }

    /** The facts without the room behind them. */
    public static byte[] trim(byte[] facts) {
        return facts.length == 0 || facts.length == size(facts) ? facts : Arrays.copyOf(facts, size(facts));
    }

    static int size(byte[] facts) {
        return FactsWriter.readInt(facts, SIZE);
    }

    private static boolean isLastUser(byte[] facts, byte[] more, int at) {
        int last = FactsWriter.readInt(facts, LAST_USER);
        return last > 0 && Arrays.equals(facts, last + 1, last + 1 + USER_BYTES, more, at + 1, at + 1 + USER_BYTES);
    }

    private static byte[] withRoom(byte[] facts, int size, int more, int largest) {
        if (size + (long) more > largest) {
            throw tooLarge(facts, largest);
        }
        if (size + more <= facts.length) {
            return facts;
        }
        // A conversation of a few messages is what most are: room for twice as many would be sent for nothing.
        return Arrays.copyOf(facts, (int) Math.max(size + more, Math.min(largest, size + size / 2L)));
    }

    private static void mergeHeader(byte[] merged, byte[] more) {
        if (merged[EXCLUSION] == 0 || (more[EXCLUSION] != 0 && more[EXCLUSION] < merged[EXCLUSION])) {
            merged[EXCLUSION] = more[EXCLUSION];
        }
        merged[FLAGS] |= more[FLAGS];
        FactsWriter.writeInt(
                merged,
                FIRST_DAY,
                Math.min(FactsWriter.readInt(merged, FIRST_DAY), FactsWriter.readInt(more, FIRST_DAY)));
        FactsWriter.writeInt(
                merged, LAST_DAY, Math.max(FactsWriter.readInt(merged, LAST_DAY), FactsWriter.readInt(more, LAST_DAY)));
    }

    private static FactsTooLargeException tooLarge(byte[] facts, int largest) {
        int messages = 0;
        FactsReader reader = new FactsReader(facts);
        while (reader.next()) {
            messages += reader.isMessage() ? 1 : 0;
        }
        int day = FactsWriter.readInt(facts, FIRST_DAY);
        return new FactsTooLargeException(
                day == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(day), messages, largest);
    }
}

package com.recipechatbot.analytics.facts;

import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Goes through the entries of facts, and through what a message holds, in their order. Keeps no copy; for one thread. */
public final class FactsReader {

    private static final PersonalDataType[] TYPES = PersonalDataType.values();
    private static final int NOWHERE = 0;

    private byte[] facts;
    private int end;
    private int next;
    private int entry;
    private int kind;
    private int user;
    private int source;
    /** Where the next part of the message's body begins. */
    private int body;

    public FactsReader(byte[] facts) {
        reset(facts);
    }

    /** Begins with other facts. */
    public void reset(byte[] other) {
        facts = other;
        end = Facts.size(other);
        next = Facts.HEADER;
        user = NOWHERE;
        source = NOWHERE;
    }

    /** Moves to the next entry; false when there is none. */
    public boolean next() {
        if (next >= end) {
            return false;
        }
        entry = next;
        kind = facts[entry];
        switch (kind) {
            case Facts.USER -> {
                user = entry + 1;
                next = entry + 1 + Facts.USER_BYTES;
            }
            case Facts.MESSAGE, Facts.REJECTED -> next = entry + FactsWriter.readInt(facts, entry + Facts.LENGTH);
            case Facts.EXCLUDED, Facts.DUPLICATE, Facts.CHANGED -> next = entry + 2 + Integer.BYTES;
            case Facts.SOURCE, Facts.STALE -> {
                body = entry + 1;
                source = body;
                skipText();
                next = body;
            }
            case Facts.WRITE -> next = endOfWrite();
            default -> throw new IllegalStateException("Cannot read facts: there is no entry of kind " + kind + ".");
        }
        return true;
    }

    /** Moves to the next message that counts as loaded, known ones included; false when there is none. */
    public boolean nextMessage() {
        while (next()) {
            if (isMessage()) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the entry that begins here. */
    void moveTo(int at) {
        next = at;
        next();
    }

    public boolean isMessage() {
        return kind == Facts.MESSAGE;
    }

    int kind() {
        return kind;
    }

    int entry() {
        return entry;
    }

    int length() {
        return next - entry;
    }

    byte[] bytes() {
        return facts;
    }

    // The header.

    public int firstDay() {
        return FactsWriter.readInt(facts, Facts.FIRST_DAY);
    }

    public int lastDay() {
        return FactsWriter.readInt(facts, Facts.LAST_DAY);
    }

    public boolean tellsWrites() {
        return (facts[Facts.FLAGS] & Facts.TELLS_WRITES) != 0;
    }

    public boolean hasPlaceholder() {
        return (facts[Facts.FLAGS] & Facts.HAS_PLACEHOLDER) != 0;
    }

    /** Offset of the conversation key in {@link #array()}. */
    public int conversation() {
        return Facts.CONVERSATION;
    }

    /** What the offsets of keys point into. */
    public byte[] array() {
        return facts;
    }

    // Entries that count.

    public boolean isExcluded() {
        return kind == Facts.EXCLUDED;
    }

    public Exclusion exclusion() {
        return Exclusion.of(what());
    }

    public boolean isDuplicate() {
        return kind == Facts.DUPLICATE;
    }

    /** Whether messages of the day {@link #number} were superseded. */
    public boolean isChanged() {
        return kind == Facts.CHANGED;
    }

    /** Whether by a delete or an opt-out. */
    public boolean isWithdrawn() {
        return what() != 0;
    }

    /** Whether {@link #sourceText} holds messages that are not the last write any more. */
    public boolean isStale() {
        return kind == Facts.STALE;
    }

    int what() {
        return facts[entry + 1] & 0xff;
    }

    /** How many records an entry counts. */
    public int number() {
        return FactsWriter.readInt(facts, entry + 2);
    }

    /** The text of a source. */
    public String sourceText() {
        body = source;
        return text();
    }

    int source() {
        return source;
    }

    // A message.

    int how() {
        return facts[entry + Facts.HOW] & 0xff;
    }

    private boolean has(int flag) {
        return (facts[entry + Facts.MORE] & flag) != 0;
    }

    public Role role() {
        return Role.of(how() & Facts.ROLE);
    }

    public long sentAt() {
        return FactsWriter.readLong(facts, entry + Facts.SENT_AT);
    }

    public long messageKey() {
        return FactsWriter.readLong(facts, entry + Facts.MESSAGE_KEY);
    }

    public int evidence() {
        return FactsWriter.readInt(facts, entry + Facts.EVIDENCE);
    }

    public long signature() {
        return FactsWriter.readLong(facts, entry + Facts.SIGNATURE);
    }

    public int features() {
        return facts[entry + Facts.FEATURES] & (Facts.HAS_TEXT - 1);
    }

    /** Whether the message that was read has text; false for one that the lake knows. */
    public boolean hasText() {
        return (facts[entry + Facts.FEATURES] & Facts.HAS_TEXT) != 0;
    }

    public boolean isTruncated() {
        return has(Facts.TRUNCATED);
    }

    /** Whether another source has brought it. */
    public boolean isKnown() {
        return (how() & Facts.KNOWN) != 0;
    }

    /** Where its user is, or 0 when it names none; see {@link #userDay}. */
    public int user() {
        return (how() & Facts.HAS_USER) == 0 ? NOWHERE : user;
    }

    public int userDay(int at) {
        return FactsWriter.readInt(facts, at);
    }

    public int userMonday(int at) {
        return FactsWriter.readInt(facts, at + Integer.BYTES);
    }

    public int dayKey(int at) {
        return at + 2 * Integer.BYTES;
    }

    public int activityKey(int at) {
        return dayKey(at) + Facts.KEY;
    }

    public int weekKey(int at) {
        return activityKey(at) + Facts.KEY;
    }

    /** Starts the part of a message whose length varies; its values must be read in the order of these methods. */
    public int readSource() {
        body = entry + Facts.BODY;
        return count();
    }

    /** The explicit rating, 0 to 100, or null. */
    public Integer readRating() {
        return has(Facts.RATED) ? (Integer) (facts[body++] & 0xff) : null;
    }

    /** How many dishes the message names; then read that many. */
    public int readMentions() {
        return has(Facts.RECIPES) ? count() : 0;
    }

    /** Moves over a text and says where it begins, see {@link #textLength}. */
    public int readText() {
        int length = count();
        int at = body;
        body += length;
        textLength = length;
        return at;
    }

    private int textLength;

    /** The length of what {@link #readText} has just moved over. */
    public int textLength() {
        return textLength;
    }

    public int readTools() {
        return has(Facts.TOOLS_AND_MODEL) ? count() : 0;
    }

    public boolean readFailed() {
        return facts[body++] != 0;
    }

    /** The model that wrote the message, or null. */
    public ModelUse readModelUse() {
        int flags = has(Facts.TOOLS_AND_MODEL) ? facts[body++] : 0;
        return flags == 0
                ? null
                : new ModelUse(
                        text(),
                        (flags & Facts.FAILED) != 0,
                        readLongIf(flags & Facts.LATENCY),
                        readLongIf(flags & Facts.INPUT_TOKENS),
                        readLongIf(flags & Facts.OUTPUT_TOKENS),
                        readLongIf(flags & Facts.COST));
    }

    private Long readLongIf(int flag) {
        return flag == 0 ? null : (Long) readLong();
    }

    /** How many values of each type were masked, by the order of {@link PersonalDataType}; null when none. */
    public int[] readRedactions() {
        if (!has(Facts.REDACTIONS)) {
            return null;
        }
        int[] counts = new int[TYPES.length];
        for (int type = 0; type < counts.length; type++) {
            counts[type] = count();
        }
        return counts;
    }

    /** The masked text where it is kept, or null. */
    private byte[] readKeptText() {
        if (!has(Facts.TEXT)) {
            return null;
        }
        int at = readText();
        return Arrays.copyOfRange(facts, at, at + textLength);
    }

    /** The masked text where it is kept, or null; moves over all before it. */
    public byte[] keptText() {
        skipToText();
        return readKeptText();
    }

    private void skipToText() {
        readSource();
        readRating();
        for (int mentions = readMentions(); mentions > 0; mentions--) {
            skipText();
            skipText();
        }
        for (int tools = readTools(); tools > 0; tools--) {
            skipText();
            body++;
        }
        readModelUse();
        readRedactions();
    }

    Write readWrite() {
        if ((how() & Facts.WRITTEN) == 0) {
            return null;
        }
        skipToText();
        readKeptText();
        long at = readLong();
        Long image = has(Facts.IMAGE) ? (Long) readLong() : null;
        String sequence = has(Facts.SEQUENCE) ? text() : null;
        return new Write(at, sequence, image, image == null ? null : (Long) messageKey());
    }

    /** Of an entry of writes; {@link #what} has its flags. */
    public void readWriteEntry(WriteEntry to) {
        body = entry + 2;
        int flags = what();
        long sentAt = readLong();
        int from = count();
        long writtenAt = readLong();
        Long image = (flags & 2) != 0 ? (Long) readLong() : null;
        Long message = image == null ? null : (Long) readLong();
        String sequence = (flags & 4) != 0 ? text() : null;
        to.write(sentAt, from, writtenAt, image, message, (flags & 1) != 0, sequence);
    }

    /** Takes a write as {@code item_writes} has it. */
    public interface WriteEntry {
        void write(
                long sentAt, int source, long writtenAt, Long image, Long message, boolean isLoaded, String sequence);
    }

    public boolean isRejected() {
        return kind == Facts.REJECTED;
    }

    /** Of a record that could not be used. */
    public RejectedEntry rejected() {
        int flags = facts[entry + 1 + Integer.BYTES];
        body = entry + 2 + Integer.BYTES;
        int from = count();
        String reason = text();
        String file = text();
        long byteOffset = readLong();
        long byteLength = readLong();
        Long line = (flags & 1) == 0 ? null : (Long) readLong();
        byte[] recordKey = null;
        if ((flags & 2) != 0) {
            recordKey = Arrays.copyOfRange(facts, body, body + Facts.KEY);
            body += Facts.KEY;
        }
        byte[] sealed = (flags & 4) == 0 ? null : Arrays.copyOfRange(facts, body, next);
        return new RejectedEntry(from, reason, file, line, byteOffset, byteLength, recordKey, sealed);
    }

    /** A record that could not be used; see {@link FactsBuilder#rejected}. */
    @SuppressWarnings("ArrayRecordComponent")
    public record RejectedEntry(
            int source,
            String reason,
            String file,
            Long line,
            long byteOffset,
            long byteLength,
            byte[] recordKey,
            byte[] sealed) {}

    public boolean isWrite() {
        return kind == Facts.WRITE;
    }

    private int endOfWrite() {
        readWriteEntry((sentAt, from, writtenAt, image, message, isLoaded, sequence) -> {});
        return body;
    }

    private long readLong() {
        long value = FactsWriter.readLong(facts, body);
        body += Long.BYTES;
        return value;
    }

    private int count() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = facts[body++];
            value |= (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    private void skipText() {
        int length = count();
        body += length;
    }

    private String text() {
        int at = readText();
        return new String(facts, at, textLength, StandardCharsets.UTF_8);
    }
}

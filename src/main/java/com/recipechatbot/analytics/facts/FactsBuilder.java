package com.recipechatbot.analytics.facts;

import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import com.recipechatbot.analytics.extraction.metadata.ToolCall;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.util.Arrays;

/** Writes facts, one value after the other; for one thread. */
public final class FactsBuilder {

    private static final PersonalDataType[] TYPES = PersonalDataType.values();

    private final FactsWriter out = new FactsWriter(512);
    private int first;
    private int last;
    private int exclusion;
    private int flags;
    private int lastUser;

    /** @param conversation its key, 16 bytes */
    public FactsBuilder start(byte[] conversation) {
        out.clear();
        first = Integer.MAX_VALUE;
        last = Integer.MIN_VALUE;
        exclusion = 0;
        flags = 0;
        lastUser = 0;
        for (int at = 0; at < Facts.CONVERSATION; at += Integer.BYTES) {
            out.putInt(0);
        }
        out.put(conversation, 0, Facts.KEY);
        return this;
    }

    /** Notes a day that a record of the conversation names, loaded or not. */
    public FactsBuilder on(int epochDay) {
        first = Math.min(first, epochDay);
        last = Math.max(last, epochDay);
        return this;
    }

    /** Leaves the whole conversation out. */
    public FactsBuilder leaveOut(Exclusion reason) {
        exclusion = reason.code();
        return this;
    }

    /** Notes that a record says when it was written. */
    public FactsBuilder tellsWrites() {
        flags |= Facts.TELLS_WRITES;
        return this;
    }

    /** Notes that a record has a placeholder as its user. */
    public FactsBuilder hasPlaceholder() {
        flags |= Facts.HAS_PLACEHOLDER;
        return this;
    }

    /** A record that is not loaded and is only counted. */
    public FactsBuilder exclude(Exclusion reason) {
        return exclude(reason, 1);
    }

    FactsBuilder exclude(Exclusion reason, int count) {
        return count(Facts.EXCLUDED, reason.code(), count);
    }

    FactsBuilder count(int kind, int what, int count) {
        if (count > 0) {
            out.putByte(kind);
            out.putByte(what);
            out.putInt(count);
        }
        return this;
    }

    /** The user of the messages that follow. */
    public FactsBuilder user(UserKeys user) {
        return user(user.bytes(), 0);
    }

    FactsBuilder user(byte[] from, int at) {
        lastUser = out.size();
        out.putByte(Facts.USER);
        out.put(from, at, Facts.USER_BYTES);
        return this;
    }

    /** The source of the known facts that follow. */
    public FactsBuilder knownOf(String source) {
        out.putByte(Facts.SOURCE);
        out.putText(source);
        return this;
    }

    /** A message that another source has brought. */
    public FactsBuilder known(long sentAt, long key, Role role, boolean hasUser, MessageContent content) {
        message(sentAt, key, role, 0, hasUser, Facts.KNOWN, null, false, content);
        return this;
    }

    /** A write that another source has recorded. */
    public FactsBuilder knownWrite(
            long sentAt, long writtenAt, String sequence, Long image, Long message, boolean isLoaded) {
        Write write = new Write(writtenAt, sequence, image, message);
        message(
                sentAt,
                message == null ? 0 : message,
                Role.USER,
                0,
                false,
                Facts.KNOWN,
                write,
                isLoaded,
                MessageContent.NONE);
        return this;
    }

    /** A message, of the user added last if {@code hasUser}. */
    public FactsBuilder message(long sentAt, long key, Role role, int source, boolean hasUser, MessageContent content) {
        message(sentAt, key, role, source, hasUser, 0, null, false, content);
        return this;
    }

    /** The same where it is known when it was written. */
    public FactsBuilder written(
            long sentAt,
            long key,
            Role role,
            int source,
            boolean hasUser,
            long writtenAt,
            String sequence,
            long image,
            MessageContent content) {
        tellsWrites();
        message(sentAt, key, role, source, hasUser, 0, new Write(writtenAt, sequence, image, key), false, content);
        return this;
    }

    /** An opt-out that names no write: it holds for every copy of the message. */
    public FactsBuilder optedOut(long sentAt, long key, Role role, int source) {
        message(sentAt, key, role, source, false, Facts.WITHDRAWN, null, false, MessageContent.NONE);
        return this;
    }

    /** A write that withdraws the item: a delete, or an opt-out. */
    public FactsBuilder withdrawn(
            Exclusion reason, long sentAt, Role role, int source, long writtenAt, String sequence) {
        tellsWrites();
        int how = reason == Exclusion.DELETED ? Facts.WITHDRAWN | Facts.DELETED : Facts.WITHDRAWN;
        Write write = new Write(writtenAt, sequence, null, null);
        message(sentAt, 0, role, source, false, how, write, false, MessageContent.NONE);
        return this;
    }

    /**
     * A record that could not be used.
     *
     * @param line null where it is not known
     * @param recordKey 16 bytes, or null
     * @param sealed the record, encrypted; or null
     */
    public FactsBuilder rejected(
            String reason,
            String file,
            Long line,
            long byteOffset,
            long byteLength,
            byte[] recordKey,
            byte[] sealed,
            int source) {
        int start = out.size();
        out.putByte(Facts.REJECTED);
        out.putInt(0);
        out.putByte((line == null ? 0 : 1) | (recordKey == null ? 0 : 2) | (sealed == null ? 0 : 4));
        out.putCount(source);
        out.putText(reason);
        out.putText(file);
        out.putLong(byteOffset);
        out.putLong(byteLength);
        if (line != null) {
            out.putLong(line);
        }
        if (recordKey != null) {
            out.put(recordKey, 0, Facts.KEY);
        }
        if (sealed != null) {
            out.put(sealed, 0, sealed.length);
        }
        out.setInt(start + 1, out.size() - start);
        return this;
    }

    private void message(
            long sentAt,
            long key,
            Role role,
            int source,
            boolean hasUser,
            int how,
            Write write,
            boolean isLoaded,
            MessageContent content) {
        boolean isMasked = content.redaction() != null && !content.redaction().isClean();
        int start = out.size();
        out.putByte(Facts.MESSAGE);
        out.putInt(0);
        out.putByte(role.code()
                | how
                | (hasUser ? Facts.HAS_USER : 0)
                | (write == null ? 0 : Facts.WRITTEN)
                | (isLoaded ? Facts.LOADED : 0));
        out.putByte((content.mentions().isEmpty() ? 0 : Facts.RECIPES)
                | (hasToolsOrModel(content) ? Facts.TOOLS_AND_MODEL : 0)
                | (isMasked ? Facts.REDACTIONS : 0)
                | (content.text() == null ? 0 : Facts.TEXT)
                | (content.rating() == null ? 0 : Facts.RATED)
                | (content.isTruncated() ? Facts.TRUNCATED : 0)
                | (write != null && write.image() != null ? Facts.IMAGE : 0)
                | (write != null && write.sequence() != null ? Facts.SEQUENCE : 0));
        out.putLong(sentAt);
        out.putLong(key);
        out.putInt(content.evidence());
        out.putLong(content.signature());
        out.putByte(content.features() | (content.hasText() ? Facts.HAS_TEXT : 0));
        out.putCount(source);
        putContent(content, isMasked);
        if (write != null) {
            putWrite(write);
        }
        out.setInt(start + 1, out.size() - start);
    }

    private void putContent(MessageContent content, boolean isMasked) {
        if (content.rating() != null) {
            out.putByte(content.rating());
        }
        if (!content.mentions().isEmpty()) {
            out.putCount(content.mentions().size());
            for (RecipeMention mention : content.mentions()) {
                out.putText(mention.key());
                out.putText(mention.name());
            }
        }
        if (hasToolsOrModel(content)) {
            out.putCount(content.tools().size());
            for (ToolCall call : content.tools()) {
                out.putText(call.tool());
                out.putByte(call.failed() ? 1 : 0);
            }
            putModelUse(content.modelUse());
        }
        if (isMasked) {
            for (PersonalDataType type : TYPES) {
                out.putCount(content.redaction().count(type));
            }
        }
        if (content.text() != null) {
            out.putCount(content.text().length);
            out.put(content.text(), 0, content.text().length);
        }
    }

    private static boolean hasToolsOrModel(MessageContent content) {
        return !content.tools().isEmpty() || content.modelUse() != null;
    }

    private void putModelUse(ModelUse use) {
        if (use == null) {
            out.putByte(0);
            return;
        }
        out.putByte(Facts.USED
                | (use.failed() ? Facts.FAILED : 0)
                | (use.latencyMicros() == null ? 0 : Facts.LATENCY)
                | (use.inputTokens() == null ? 0 : Facts.INPUT_TOKENS)
                | (use.outputTokens() == null ? 0 : Facts.OUTPUT_TOKENS)
                | (use.costNanos() == null ? 0 : Facts.COST));
        out.putText(use.model());
        putIfKnown(use.latencyMicros());
        putIfKnown(use.inputTokens());
        putIfKnown(use.outputTokens());
        putIfKnown(use.costNanos());
    }

    private void putIfKnown(Long number) {
        if (number != null) {
            out.putLong(number);
        }
    }

    private void putWrite(Write write) {
        out.putLong(write.at());
        if (write.image() != null) {
            out.putLong(write.image());
        }
        if (write.sequence() != null) {
            out.putText(write.sequence());
        }
    }

    /** Copies an entry of other facts as it is. */
    void copy(byte[] from, int start, int length) {
        out.put(from, start, length);
    }

    /** A write as {@code item_writes} has it. */
    void write(long sentAt, int source, Write write, boolean isLoaded) {
        out.putByte(Facts.WRITE);
        out.putByte((isLoaded ? 1 : 0) | (write.image() == null ? 0 : 2) | (write.sequence() == null ? 0 : 4));
        out.putLong(sentAt);
        out.putCount(source);
        out.putLong(write.at());
        if (write.image() != null) {
            out.putLong(write.image());
            out.putLong(write.message());
        }
        if (write.sequence() != null) {
            out.putText(write.sequence());
        }
    }

    /** That messages of a day were superseded. */
    void changed(int epochDay, boolean isWithdrawn) {
        out.putByte(Facts.CHANGED);
        out.putByte(isWithdrawn ? 1 : 0);
        out.putInt(epochDay);
    }

    /** That a source holds messages that are not the last write any more. */
    void stale(String source) {
        out.putByte(Facts.STALE);
        out.putText(source);
    }

    /** Takes over what the header of other facts says. */
    FactsBuilder like(byte[] facts) {
        start(Arrays.copyOfRange(facts, Facts.CONVERSATION, Facts.HEADER));
        first = FactsWriter.readInt(facts, Facts.FIRST_DAY);
        last = FactsWriter.readInt(facts, Facts.LAST_DAY);
        flags = facts[Facts.FLAGS];
        return this;
    }

    public byte[] facts() {
        byte[] facts = out.toBytes();
        FactsWriter.writeInt(facts, Facts.SIZE, facts.length);
        facts[Facts.EXCLUSION] = (byte) exclusion;
        facts[Facts.FLAGS] = (byte) flags;
        FactsWriter.writeInt(facts, Facts.FIRST_DAY, first);
        FactsWriter.writeInt(facts, Facts.LAST_DAY, last);
        FactsWriter.writeInt(facts, Facts.LAST_USER, lastUser);
        return facts;
    }
}

package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.Exclusion;
import com.recipechatbot.analytics.facts.FactsBuilder;
import com.recipechatbot.analytics.facts.MessageContent;
import com.recipechatbot.analytics.facts.Role;
import com.recipechatbot.analytics.facts.UserKeys;
import com.recipechatbot.analytics.functions.MessageFacts;
import com.recipechatbot.analytics.functions.NamedFunction;
import com.recipechatbot.analytics.ingest.PlaceholderUsers;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One record as facts: redacted, pseudonymized and extracted, with neither text nor ids. What cannot be used becomes facts
 * as well, so that every record is counted once wherever its task runs.
 */
public final class RecordFactsFunction extends NamedFunction implements ScalarFunction<byte[]> {

    private static final long serialVersionUID = 1;

    private final FoldRules rules;
    private final StructType columns;
    private transient Reading reading;

    /** @param columns of the records, see {@code RecordColumns} */
    RecordFactsFunction(FoldRules rules, StructType columns) {
        super("record_facts", DataTypes.BinaryType, columns);
        this.rules = rules;
        this.columns = columns;
    }

    /** @param row a record as the ingest reads it */
    public byte[] invoke(InternalRow row) {
        if (reading == null) {
            reading = new Reading(rules, columns);
        }
        return reading.facts(row);
    }

    /** Called once for each record, wherever the optimizer moves it. */
    @Override
    public boolean isDeterministic() {
        return false;
    }

    /** What one task keeps from record to record. */
    private static final class Reading {
        private final FoldRules rules;
        private final RecordRow record;
        private final RawPseudonyms pseudonyms;
        private final DayClock clock;
        private final UTF8String titles;
        private final MessageFacts message;
        private final FileNames files;
        private final FactsBuilder facts = new FactsBuilder();
        private final Map<UTF8String, Integer> sources = new HashMap<>();
        private final int expiredBefore;
        private final boolean hasShreddedMonths;
        private int shreddedDay = Integer.MIN_VALUE;
        private boolean isShredded;

        Reading(FoldRules rules, StructType columns) {
            this.rules = rules;
            this.record = new RecordRow(columns);
            this.pseudonyms = rules.pseudonyms().raw();
            this.clock = new DayClock(rules.zone());
            this.titles = UTF8String.fromString(rules.titles());
            this.message = new MessageFacts(rules.tools());
            this.files = new FileNames(rules.pseudonyms());
            LocalDate expired = rules.exclusions().expiredBefore();
            this.expiredBefore = expired == null ? Integer.MIN_VALUE : (int) expired.toEpochDay();
            this.hasShreddedMonths = !rules.pseudonyms().shreddedMonths().isEmpty();
            for (int source = 0; source < rules.sources().size(); source++) {
                sources.put(UTF8String.fromString(rules.sources().get(source).toString()), source);
            }
        }

        byte[] facts(InternalRow row) {
            record.of(row);
            return record.conversationId() == null ? rejected() : read();
        }

        /** A record that cannot be used has no conversation: its place keeps it apart from all others. */
        private byte[] rejected() {
            byte[] raw = record.raw();
            byte[] recordKey = raw == null ? null : pseudonyms.record(raw);
            String key = recordKey == null ? null : RawPseudonyms.text("r_", recordKey, 0);
            facts.start(ByteBuffer.allocate(RawPseudonyms.BYTES)
                    .putLong(record.file().hashCode() * 0x9E3779B97F4A7C15L + record.byteOffset())
                    .putLong(record.byteOffset())
                    .array());
            if (record.writtenAt() != null) {
                facts.tellsWrites();
            }
            Exclusion exclusion = reason(null, key);
            // An opt-out holds for a record that could not be used, too.
            if (exclusion != null || record.isOptedOut()) {
                facts.exclude(exclusion == null ? Exclusion.OPTED_OUT : exclusion);
            } else {
                facts.rejected(
                        record.reason().toString(),
                        files.kept(record.file().toString()),
                        record.line(),
                        record.byteOffset(),
                        record.byteLength(),
                        recordKey,
                        rules.pseudonyms().quarantine().seal(raw, key),
                        source());
            }
            return facts.facts();
        }

        private byte[] read() {
            UTF8String id = record.conversationId();
            byte[] idBytes = id.getBytes();
            byte[] conversation = pseudonyms.conversation(idBytes, 0, idBytes.length);
            long sentAt = record.sentAt();
            int day = clock.day(sentAt);
            facts.start(conversation).on(day);
            if (record.writtenAt() != null) {
                facts.tellsWrites();
            }
            Exclusion exclusion =
                    rules.exclusions().nameNobody() ? null : reason(RawPseudonyms.text("c_", conversation, 0), null);
            if (exclusion != null) {
                facts.leaveOut(exclusion);
            }
            int source = source();
            if (isOfAnotherDay(source, day)) {
                return facts.exclude(Exclusion.OTHER_DAY).facts();
            }
            if (record.change() != null) {
                return gone(Exclusion.valueOf(record.change().toString().toUpperCase(java.util.Locale.ROOT)), source);
            }
            if (record.isOptedOut()) {
                return optedOut(conversation, source);
            }
            if (user() != null && isShredded(day)) {
                return facts.exclude(Exclusion.KEY_SHREDDED).facts();
            }
            if (day < expiredBefore) {
                return facts.exclude(Exclusion.EXPIRED).facts();
            }
            return message(conversation, source, day);
        }

        private byte[] gone(Exclusion how, int source) {
            // A TTL delete is not a request to forget.
            if (how != Exclusion.DELETED || record.writtenAt() == null) {
                return facts.exclude(how).facts();
            }
            return facts.withdrawn(how, record.sentAt(), Role.USER, source, record.writtenAt(), record.sequence())
                    .facts();
        }

        private byte[] optedOut(byte[] conversation, int source) {
            Role role = record.role();
            if (record.writtenAt() != null) {
                return facts.withdrawn(
                                Exclusion.OPTED_OUT,
                                record.sentAt(),
                                role,
                                source,
                                record.writtenAt(),
                                record.sequence())
                        .facts();
            }
            return facts.optedOut(record.sentAt(), messageKey(conversation, role), role, source)
                    .facts();
        }

        private byte[] message(byte[] conversation, int source, int day) {
            Role role = record.role();
            UTF8String user = user();
            if (user == null && record.userId() != null) {
                facts.hasPlaceholder();
            }
            if (user != null) {
                byte[] id = user.getBytes();
                int monday = (int)
                        ReportingWeek.of(LocalDate.ofEpochDay(day)).monday().toEpochDay();
                facts.user(UserKeys.of(day, monday, pseudonyms.user(id, 0, id.length, day)));
            }
            long key = messageKey(conversation, role);
            message.read(record.roleText(), record.message(), record.metadata(), titles);
            MessageContent content = new MessageContent(
                    message.evidence().codes(),
                    pseudonyms.signature(conversation, message.evidence().signature()),
                    message.featureBits(),
                    message.rating(),
                    message.hasText(),
                    message.truncated(),
                    message.mentions(),
                    message.tools(),
                    message.modelUse(),
                    message.redaction(),
                    rules.keepsText() ? maskedText() : null);
            if (record.writtenAt() == null) {
                facts.message(record.sentAt(), key, role, source, user != null, content);
            } else {
                long image = pseudonyms.image(
                        conversation,
                        record.sentAt(),
                        role.code(),
                        bytes(user),
                        bytes(record.message()),
                        bytes(record.metadata()));
                facts.written(
                        record.sentAt(),
                        key,
                        role,
                        source,
                        user != null,
                        record.writtenAt(),
                        record.sequence(),
                        image,
                        content);
            }
            return facts.facts();
        }

        /** Null when the record names nobody; the ids to leave out may be placeholders as well. */
        private UTF8String user() {
            UTF8String user = record.userId();
            return user == null || PlaceholderUsers.have(user) ? null : user;
        }

        private byte[] maskedText() {
            byte[] text = bytes(record.message());
            return text == null || message.redaction().isClean()
                    ? text
                    : message.redaction().utf8();
        }

        private long messageKey(byte[] conversation, Role role) {
            byte[] text = bytes(record.message());
            return pseudonyms.message(
                    conversation, record.sentAt(), role.code(), text, 0, text == null ? 0 : text.length);
        }

        private Exclusion reason(String conversationKey, String recordKey) {
            UTF8String user = record.userId();
            return rules.exclusions().nameNobody()
                    ? null
                    : rules.exclusions()
                            .reason(
                                    rules.pseudonyms(),
                                    user == null ? null : user.toString(),
                                    conversationKey,
                                    recordKey);
        }

        private int source() {
            Integer source = sources.get(record.sourceId());
            if (source == null) {
                throw new IllegalStateException("Cannot fold a record: its source is not among those of the run.");
            }
            return source;
        }

        private boolean isOfAnotherDay(int source, int day) {
            if (!rules.isByMessageDay()) {
                return false;
            }
            SortedSet<LocalDate> limits = rules.limits().get(rules.sources().get(source));
            return limits != null && !limits.contains(LocalDate.ofEpochDay(day));
        }

        private boolean isShredded(int day) {
            if (hasShreddedMonths && day != shreddedDay) {
                isShredded = rules.isShredded(LocalDate.ofEpochDay(day));
                shreddedDay = day;
            }
            return isShredded;
        }

        private static byte[] bytes(UTF8String text) {
            return text == null ? null : text.getBytes();
        }
    }

    /** A record's columns by name. */
    private static final class RecordRow {
        private final int sourceId;
        private final int file;
        private final int line;
        private final int byteOffset;
        private final int byteLength;
        private final int reason;
        private final int raw;
        private final int conversationId;
        private final int sentAt;
        private final int userId;
        private final int role;
        private final int message;
        private final int metadata;
        private final int optedOut;
        private final int writtenAt;
        private final int sequence;
        private final int change;
        private final Map<UTF8String, Role> roles = new HashMap<>();
        private InternalRow row;

        RecordRow(StructType columns) {
            sourceId = columns.fieldIndex("source_id");
            file = columns.fieldIndex("file");
            line = columns.fieldIndex("line");
            byteOffset = columns.fieldIndex("byte_offset");
            byteLength = columns.fieldIndex("byte_length");
            reason = columns.fieldIndex("reason");
            raw = columns.fieldIndex("raw");
            conversationId = columns.fieldIndex("conversation_id");
            sentAt = columns.fieldIndex("sent_at");
            userId = columns.fieldIndex("user_id");
            role = columns.fieldIndex("role");
            message = columns.fieldIndex("message");
            metadata = columns.fieldIndex("metadata");
            optedOut = columns.fieldIndex("opted_out");
            writtenAt = columns.fieldIndex("written_at");
            sequence = columns.fieldIndex("sequence");
            change = columns.fieldIndex("change");
            for (Role each : Role.values()) {
                roles.put(UTF8String.fromString(each.column()), each);
            }
        }

        void of(InternalRow next) {
            row = next;
        }

        UTF8String sourceId() {
            return row.getUTF8String(sourceId);
        }

        UTF8String file() {
            return row.getUTF8String(file);
        }

        Long line() {
            return number(line);
        }

        long byteOffset() {
            return row.getLong(byteOffset);
        }

        long byteLength() {
            return row.getLong(byteLength);
        }

        UTF8String reason() {
            return row.getUTF8String(reason);
        }

        byte[] raw() {
            return row.isNullAt(raw) ? null : row.getBinary(raw);
        }

        UTF8String conversationId() {
            return text(conversationId);
        }

        long sentAt() {
            return row.getLong(sentAt);
        }

        UTF8String userId() {
            return text(userId);
        }

        UTF8String roleText() {
            return text(role);
        }

        /** Of a record that is gone only its keys are known. */
        Role role() {
            UTF8String text = text(role);
            return text == null ? Role.USER : roles.get(text);
        }

        UTF8String message() {
            return text(message);
        }

        UTF8String metadata() {
            return text(metadata);
        }

        boolean isOptedOut() {
            return row.getBoolean(optedOut);
        }

        Long writtenAt() {
            return number(writtenAt);
        }

        String sequence() {
            UTF8String text = text(sequence);
            return text == null ? null : text.toString();
        }

        UTF8String change() {
            return text(change);
        }

        private UTF8String text(int column) {
            return row.isNullAt(column) ? null : row.getUTF8String(column);
        }

        private Long number(int column) {
            return row.isNullAt(column) ? null : (Long) row.getLong(column);
        }
    }
}

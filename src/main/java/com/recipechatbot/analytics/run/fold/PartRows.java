package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.facts.Role;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code conversation_parts}: what a source adds to a conversation on a day. */
final class PartRows extends FactsRows {

    private static final long serialVersionUID = 1;

    private static final UTF8String[] ROLES = new UTF8String[Role.values().length];
    private static final UTF8String[] TYPES = new UTF8String[PersonalDataType.values().length];

    static {
        for (Role role : Role.values()) {
            ROLES[role.code()] = UTF8String.fromString(role.column());
        }
        PersonalDataType[] types = PersonalDataType.values();
        for (int type = 0; type < types.length; type++) {
            TYPES[type] = UTF8String.fromString(types[type].name().toLowerCase(Locale.ROOT));
        }
    }

    private final SourceNames sources;
    private final ZoneId zone;
    private final String extractorVersion;
    private final Pseudonyms pseudonyms;
    private transient DayClock clock;
    private transient DishRows dishes;
    private transient RawPseudonyms raw;

    PartRows(FoldRules rules) {
        super("part_rows", TableContract.read("conversation_parts").schemaDdl());
        this.sources = new SourceNames(rules);
        this.zone = rules.zone();
        this.pseudonyms = rules.pseudonyms();
        this.extractorVersion = rules.extractorVersion();
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        if (clock == null) {
            clock = new DayClock(zone);
            dishes = new DishRows();
            raw = pseudonyms.raw();
        }
        Map<Long, Part> parts = null;
        Part part = null;
        while (facts.nextMessage()) {
            int day = clock.day(facts.sentAt());
            int source = facts.readSource();
            if (part == null || part.day != day || part.source != source) {
                if (part == null) {
                    part = new Part(day, source);
                } else {
                    // Most conversations are of one source and day.
                    if (parts == null) {
                        parts = new LinkedHashMap<>();
                        parts.put(part.place(), part);
                    }
                    Part next = new Part(day, source);
                    part = parts.computeIfAbsent(next.place(), missing -> next);
                }
            }
            part.add(facts);
        }
        if (part != null) {
            UTF8String key = UTF8String.fromString(RawPseudonyms.text("c_", facts.array(), facts.conversation()));
            for (Part each : parts == null ? List.of(part) : parts.values()) {
                rows.add(each.row(key));
            }
        }
    }

    private final class Part {
        private final int day;
        private final int source;
        private final List<UTF8String> users = new ArrayList<>(1);
        private final List<UTF8String> seals = new ArrayList<>(1);
        private final List<InternalRow> turns = new ArrayList<>();
        private final List<InternalRow> recipes = new ArrayList<>(2);
        private final List<InternalRow> tools = new ArrayList<>(0);
        private final List<InternalRow> models = new ArrayList<>(0);
        private final List<InternalRow> redactions = new ArrayList<>(0);
        private final Map<UTF8String, Integer> places = new LinkedHashMap<>(2);
        private int lastUserAt;
        private Integer lastUser;

        Part(int day, int source) {
            this.day = day;
            this.source = source;
        }

        long place() {
            return ((long) source << Integer.SIZE) | (day & 0xffffffffL);
        }

        /** The source has been read. */
        void add(FactsReader facts) {
            int turn = turns.size();
            Integer rating = facts.readRating();
            for (int mentions = facts.readMentions(); mentions > 0; mentions--) {
                DishRows.Dish dish = dishes.read(facts);
                recipes.add(
                        row(turn, dish.key(), dish.name(), dish.course(), dish.cuisine(), facts.role() == Role.USER));
            }
            for (int calls = facts.readTools(); calls > 0; calls--) {
                int at = facts.readText();
                UTF8String tool = DishRows.text(facts.array(), at, facts.textLength());
                tools.add(row(turn, tool, facts.readFailed()));
            }
            ModelUse use = facts.readModelUse();
            if (use != null) {
                models.add(row(
                        turn,
                        UTF8String.fromString(use.model()),
                        use.failed(),
                        use.latencyMicros(),
                        use.inputTokens(),
                        use.outputTokens(),
                        use.costNanos()));
            }
            int[] masked = facts.readRedactions();
            for (int type = 0; masked != null && type < masked.length; type++) {
                if (masked[type] > 0) {
                    redactions.add(row(turn, TYPES[type], masked[type]));
                }
            }
            turns.add(row(
                    facts.sentAt(),
                    ROLES[facts.role().code()],
                    user(facts),
                    facts.messageKey(),
                    facts.evidence(),
                    facts.signature(),
                    rating,
                    facts.isTruncated(),
                    facts.features()));
        }

        private Integer user(FactsReader facts) {
            int at = facts.user();
            if (at == 0) {
                return null;
            }
            if (at != lastUserAt) {
                UTF8String user = UTF8String.fromString(
                        RawPseudonyms.text('d', facts.userDay(at), facts.array(), facts.dayKey(at)));
                lastUser = places.get(user);
                if (lastUser == null) {
                    lastUser = users.size();
                    places.put(user, lastUser);
                    users.add(user);
                    byte[] seal = raw.seal(facts.userDay(at), facts.array(), facts.dayKey(at));
                    seals.add(UTF8String.fromString(RawPseudonyms.sealText(seal)));
                }
                lastUserAt = at;
            }
            return lastUser;
        }

        InternalRow row(UTF8String conversation) {
            return FactsRows.row(
                    conversation,
                    day,
                    array(users),
                    array(seals),
                    array(turns),
                    array(recipes),
                    array(tools),
                    array(models),
                    array(redactions),
                    UTF8String.fromString(extractorVersion),
                    sources.of(source, day));
        }

        private InternalRow row(Object... values) {
            return FactsRows.row(values);
        }
    }
}

package com.recipechatbot.analytics.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.fold.Fold;
import com.recipechatbot.analytics.run.fold.FoldRules;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.SourceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The working tables of a lake: rows by source, and the conversations that their parts make up. */
public final class WorkingTables {

    private final Lake lake;
    private final SourceDays sources;
    private final Pseudonyms pseudonyms;
    private final ClosedDays closed;

    /** @param sources whose rows are to be replaced */
    WorkingTables(Lake lake, SourceDays sources, Pseudonyms pseudonyms) {
        this.lake = lake;
        this.sources = sources;
        this.pseudonyms = pseudonyms;
        this.closed = ClosedDays.of(lake);
    }

    /**
     * What a run changes.
     *
     * @param days to be rebuilt
     * @param earliest the first day that a changed conversation may have parts of; null where no other source has any
     * @param conversations the keys of those that gain or lose messages: column {@code conversation_key}
     * @param meetsOthers whether parts of other sources may belong to these days or conversations
     * @param unpublished days of messages that were read, which the run over their own input publishes
     */
    record Change(
            SortedSet<LocalDate> days,
            LocalDate earliest,
            Dataset<Row> conversations,
            boolean meetsOthers,
            SortedSet<LocalDate> unpublished) {}

    /** Whether other sources have brought messages, or said when something was written. */
    boolean knowsOthers() {
        return knowsOthers(MetricTable.CONVERSATION_PARTS) || knowsOthers(MetricTable.ITEM_WRITES);
    }

    private boolean knowsOthers(MetricTable table) {
        return lake.exists(table.contract())
                && !ofOtherSources(table).select("source_id").isEmpty();
    }

    /** The facts of other sources that may be the same as, or change, what was read. */
    Dataset<Row> known(RecordCounts read) {
        Dataset<Row> parts = ofOtherSources(MetricTable.CONVERSATION_PARTS);
        Dataset<Row> writes = ofOtherSources(MetricTable.ITEM_WRITES);
        RecordCounts.Times times = read.times();
        if (times == null) {
            return Fold.knownParts(parts.where(lit(false)), pseudonyms);
        }
        SortedSet<LocalDate> days = read.loadedDays();
        Dataset<Row> facts = Fold.knownParts(
                parts.where("day BETWEEN DATE '%s' AND DATE '%s'".formatted(days.first(), days.last())), pseudonyms);
        return lake.exists(MetricTable.ITEM_WRITES.contract())
                ? facts.union(Fold.knownWrites(
                        writes.where("unix_micros(sent_at) BETWEEN %d AND %d".formatted(times.first(), times.last()))))
                : facts;
    }

    /**
     * What changes when these facts replace what the sources brought before. Its days are those of the sources, even when
     * empty, those that were left unfinished or incomplete, and the published days of the old and the new messages, of the
     * starts of their conversations, and of conversations that were open; never a closed day.
     */
    Change change(Folding.Folded folded, Collection<LocalDate> sourceDays, Collection<LocalDate> unfinished) {
        SortedSet<LocalDate> days = new TreeSet<>(sourceDays);
        days.addAll(unfinished);
        SortedSet<LocalDate> loaded = folded.counts().loadedDays();
        Dataset<Row> conversations = Fold.conversationKeys(folded.facts());
        LocalDate earliest = null;
        boolean isFirst = !lake.exists(MetricTable.CONVERSATION_PARTS.contract());
        if (!isFirst) {
            Dataset<Row> others = ofOtherSources(MetricTable.CONVERSATION_PARTS);
            Dataset<Row> publishedDays = lake.readFew(MetricTable.DAILY_METRICS.contract());
            SortedSet<LocalDate> published = Days.ofFew(publishedDays);
            SortedSet<LocalDate> held = Days.of(others);
            Dataset<Row> before = read(MetricTable.CONVERSATION_PARTS).where(sources.condition());
            Dataset<Row> changed = conversations.union(keys(before));
            // What other sources hold of a day that is now published first, and what a killed run may have written.
            SortedSet<LocalDate> started = new TreeSet<>(days);
            started.removeAll(published);
            started.addAll(unfinished);
            if (!started.isEmpty()) {
                changed =
                        changed.union(keys(read(MetricTable.CONVERSATION_PARTS).where(Days.condition("day", started))));
            }
            conversations = changed.distinct();
            Dataset<Row> starts = read(MetricTable.CONVERSATIONS).join(conversations, "conversation_key");
            SortedSet<LocalDate> touched = new TreeSet<>(loaded);
            touched.addAll(Days.ofFew(publishedDays.where("NOT is_complete")));
            touched.addAll(Days.of(before.select("day").union(starts.select("day"))));
            add(touched, published, days);
            if (!days.isEmpty()) {
                // What was open may be over now, which also counts on the later days of a conversation.
                Dataset<Row> mayChange =
                        conversations.union(keys(read(MetricTable.CONVERSATIONS).where("outcome = 'open'")));
                add(
                        Days.of(others.where(col("day").geq(lit(days.first()))).join(mayChange, "conversation_key")),
                        published,
                        days);
                earliest = first(days, published, held, others, conversations);
            }
        }
        SortedSet<LocalDate> unpublished = new TreeSet<>(loaded);
        unpublished.removeAll(days);
        closed.removeFrom(days);
        return new Change(days, earliest, conversations, !isFirst, unpublished);
    }

    private static void add(SortedSet<LocalDate> touched, SortedSet<LocalDate> published, SortedSet<LocalDate> days) {
        touched.retainAll(published);
        days.addAll(touched);
    }

    /** The first of the days, or the first before them on which one of the conversations began on a day that is not published. */
    private static LocalDate first(
            SortedSet<LocalDate> days,
            SortedSet<LocalDate> published,
            SortedSet<LocalDate> held,
            Dataset<Row> others,
            Dataset<Row> conversations) {
        SortedSet<LocalDate> before = new TreeSet<>(held.headSet(days.first()));
        before.removeAll(published);
        SortedSet<LocalDate> begun = before.isEmpty()
                ? before
                : Days.of(others.where(Days.condition("day", before)).join(conversations, "conversation_key"));
        return begun.isEmpty() ? days.first() : begun.first();
    }

    /**
     * Replaces the rows of the sources in a table.
     *
     * @param keep may compute the rows once, for those who read them after this
     */
    void replaceSources(MetricTable table, Folding.Folded folded, UnaryOperator<Dataset<Row>> keep) {
        String condition = table == MetricTable.REJECTED_RECORDS ? sources.conditionOfRejected() : sources.condition();
        boolean hasDays = table.contract().has("day");
        lake.replace(
                table.contract(),
                hasDays ? closed.spare(condition) : condition,
                keep.apply(rows(table, folded.facts(), folded.rules())));
    }

    /** Replaces the rejected records of some of the sources. */
    void replaceRejected(Folding.Folded folded, Collection<SourceId> refused) {
        String condition =
                new SourceDays(sources.isByMessageDay(), List.copyOf(refused), Map.of()).conditionOfRejected();
        Dataset<Row> rows = rows(MetricTable.REJECTED_RECORDS, folded.facts(), folded.rules());
        lake.replace(MetricTable.REJECTED_RECORDS.contract(), condition, rows.where(condition));
    }

    private Dataset<Row> rows(MetricTable table, Dataset<Row> facts, FoldRules rules) {
        return switch (table) {
            case CONVERSATION_PARTS -> Fold.parts(facts, rules);
            case MESSAGE_TEXTS -> Fold.texts(facts, rules);
            case ITEM_WRITES -> Fold.writes(facts, rules);
            case REJECTED_RECORDS -> Fold.rejected(facts, rules);
            case USER_ACTIVITY -> Fold.activity(facts, rules);
            default -> throw new IllegalArgumentException("Cannot fold rows of " + table + ".");
        };
    }

    /** Texts only when they are to be kept, writes only when there are any, or when existing ones are to be replaced. */
    List<MetricTable> replacedBySource(boolean keepsText, boolean hasWrites) {
        return MetricTable.replaced(MetricTable.Replaced.BY_SOURCE).stream()
                .filter(table -> switch (table) {
                    case MESSAGE_TEXTS -> keepsText || lake.exists(table.contract());
                    case ITEM_WRITES -> hasWrites || lake.exists(table.contract());
                    default -> true;
                })
                .toList();
    }

    /** Replaces what is merged, on the changed days, from what was read and the parts of other sources. */
    void replaceMerged(Change change, Folding.Folded folded, DayInputs dayInputs) {
        if (change.days().isEmpty()) {
            return;
        }
        Inputs inputs = dayInputs.inputs();
        String onTheDays = Days.condition("day", change.days());
        // A conversation that goes on may have begun on a closed day.
        if (change.meetsOthers()) {
            Dataset<Row> facts = folded.facts().union(knownParts(change, onTheDays));
            inputs.keep(
                    "merged_conversations",
                    Fold.mergedConversations(facts, lake.zone()).where(onTheDays),
                    false);
        } else {
            inputs.with(
                    "merged_conversations",
                    Fold.conversations(folded.facts(), lake.zone()).where(onTheDays));
        }
        for (MetricTable table : MetricTable.replaced(MetricTable.Replaced.MERGED)) {
            lake.replace(
                    table.contract(),
                    onTheDays,
                    dayInputs.merged(table, inputs.query(table.query().orElseThrow()), change.meetsOthers()));
        }
    }

    /**
     * Rebuilds the activity of some days from parts of conversations.
     *
     * @param parts all that are to stay of these days
     * @param days of months whose keys are there: other seals cannot be opened
     */
    public static void rebuildActivity(
            Lake lake, Dataset<Row> parts, Pseudonyms pseudonyms, Collection<LocalDate> days) {
        if (!days.isEmpty()) {
            String onTheDays = Days.condition("day", days);
            lake.replace(
                    MetricTable.USER_ACTIVITY.contract(),
                    onTheDays,
                    Fold.activityOfParts(parts.where(onTheDays), pseudonyms));
        }
    }

    /** Rebuilds the users of the dishes of some days from the parts of the conversations that are there. */
    public static void rebuildWeekItems(
            SparkSession spark, Lake lake, Pseudonyms pseudonyms, Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        String onTheDays = Days.condition("day", days);
        Dataset<Row> keys = keys(lake.read(MetricTable.CONVERSATIONS.contract()).where(onTheDays));
        Dataset<Row> parts = lake.read(MetricTable.CONVERSATION_PARTS.contract())
                .where(col("day").geq(lit(Collections.min(days))));
        Dataset<Row> facts = Fold.knownParts(ofConversations(parts, keys), pseudonyms);
        Inputs inputs = new Inputs(spark)
                .with(
                        "merged_conversations",
                        Fold.mergedConversations(facts, lake.zone()).where(onTheDays));
        MetricTable items = MetricTable.USER_WEEK_ITEMS;
        lake.replace(items.contract(), onTheDays, inputs.query(items.query().orElseThrow()));
    }

    private static Dataset<Row> ofConversations(Dataset<Row> parts, Dataset<Row> keys) {
        return parts.join(keys, parts.col("conversation_key").equalTo(keys.col("conversation_key")), "left_semi");
    }

    private Dataset<Row> knownParts(Change change, String onTheDays) {
        Dataset<Row> keys = keys(read(MetricTable.CONVERSATIONS).where(onTheDays))
                .union(change.conversations())
                .distinct();
        Dataset<Row> parts =
                ofOtherSources(MetricTable.CONVERSATION_PARTS).where(col("day").geq(lit(change.earliest())));
        return Fold.knownParts(ofConversations(parts, keys), pseudonyms);
    }

    private Dataset<Row> ofOtherSources(MetricTable table) {
        return read(table).where("NOT " + sources.condition());
    }

    private Dataset<Row> read(MetricTable table) {
        return lake.read(table.contract());
    }

    private static Dataset<Row> keys(Dataset<Row> rows) {
        return rows.select("conversation_key");
    }
}

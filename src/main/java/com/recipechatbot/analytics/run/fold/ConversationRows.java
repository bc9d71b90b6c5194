package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.extraction.EvidenceCode;
import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.conversation.ConversationEvidence;
import com.recipechatbot.analytics.extraction.conversation.ConversationOutcome;
import com.recipechatbot.analytics.extraction.conversation.Satisfaction;
import com.recipechatbot.analytics.extraction.conversation.Turn;
import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.facts.Role;
import com.recipechatbot.analytics.functions.FactRows;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** The view {@code merged_conversations}: a conversation over all its messages so far; no row while it has none. */
final class ConversationRows extends FactsRows {

    private static final long serialVersionUID = 1;

    private static final String COLUMNS =
            "conversation_key STRING, day DATE, user_day_key STRING, user_week_key STRING, started_at TIMESTAMP, ended_at TIMESTAMP, "
                    + "user_turns BIGINT, assistant_turns BIGINT, "
                    + "recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>>, "
                    + "tools ARRAY<STRUCT<tool: STRING, failed: BOOLEAN>>, features ARRAY<STRING>, "
                    + "outcome STRING, completed BOOLEAN, satisfaction DOUBLE, has_problem BOOLEAN, evidence ARRAY<STRING>";

    private record Call(UTF8String tool, boolean failed) {
        static final Comparator<Call> ORDER = Comparator.comparing(Call::tool).thenComparing(Call::failed);
    }

    private final ZoneId zone;
    private transient DayClock clock;
    private transient DishRows dishes;
    private transient ArrayData[] featureNames;

    ConversationRows(ZoneId zone) {
        super("conversation_rows", COLUMNS);
        this.zone = zone;
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        if (clock == null) {
            clock = new DayClock(zone);
            dishes = new DishRows();
            featureNames = new ArrayData[1 << Feature.values().length];
        }
        List<Turn> turns = new ArrayList<>();
        List<DishRows.Mention> mentions = new ArrayList<>(2);
        List<Call> calls = new ArrayList<>(0);
        FirstUsers users = new FirstUsers();
        int features = 0;
        long userTurns = 0;
        while (facts.nextMessage()) {
            facts.readSource();
            Integer rating = facts.readRating();
            Role role = facts.role();
            for (int left = facts.readMentions(); left > 0; left--) {
                mentions.add(new DishRows.Mention(0, dishes.read(facts), role == Role.USER));
            }
            for (int left = facts.readTools(); left > 0; left--) {
                int at = facts.readText();
                calls.add(new Call(DishRows.text(facts.array(), at, facts.textLength()), facts.readFailed()));
            }
            features |= facts.features();
            users.note(facts);
            if (role.isCounted()) {
                userTurns += role == Role.USER ? 1 : 0;
                turns.add(new Turn(
                        role == Role.USER ? Speaker.USER : Speaker.ASSISTANT,
                        facts.sentAt(),
                        facts.evidence(),
                        facts.signature(),
                        rating));
            }
        }
        if (turns.isEmpty()) {
            return;
        }
        long startedAt = turns.get(0).sentAt();
        int day = clock.day(startedAt);
        ConversationEvidence evidence = ConversationEvidence.of(turns);
        ConversationOutcome outcome = ConversationOutcome.of(evidence);
        int user = users.of(day);
        rows.add(row(
                UTF8String.fromString(RawPseudonyms.text("c_", facts.array(), facts.conversation())),
                day,
                user == 0
                        ? null
                        : UTF8String.fromString(RawPseudonyms.text('d', day, facts.array(), facts.dayKey(user))),
                user == 0
                        ? null
                        : UTF8String.fromString(
                                RawPseudonyms.text('w', facts.userMonday(user), facts.array(), facts.weekKey(user))),
                startedAt,
                turns.get(turns.size() - 1).sentAt(),
                userTurns,
                turns.size() - userTurns,
                recipes(mentions),
                tools(calls),
                featureNames(features),
                UTF8String.fromString(outcome.column()),
                outcome.completed(),
                Satisfaction.index(evidence),
                Satisfaction.hasProblem(evidence),
                FactRows.names(codes(evidence))));
    }

    private static ArrayData recipes(List<DishRows.Mention> mentions) {
        mentions.sort(DishRows.Mention.BY_DISH);
        List<InternalRow> recipes = new ArrayList<>(mentions.size());
        for (DishRows.Mention mention : mentions) {
            DishRows.Dish dish = mention.dish();
            recipes.add(row(dish.key(), dish.name(), dish.course(), dish.cuisine(), mention.requested()));
        }
        return array(recipes);
    }

    private static ArrayData tools(List<Call> calls) {
        calls.sort(Call.ORDER);
        return array(calls.stream().map(call -> row(call.tool, call.failed)).toList());
    }

    private ArrayData featureNames(int bits) {
        if (featureNames[bits] == null) {
            featureNames[bits] = array(Feature.inBits(bits).stream()
                    .map(Feature::column)
                    .sorted()
                    .map(UTF8String::fromString)
                    .toList());
        }
        return featureNames[bits];
    }

    private static List<EvidenceCode> codes(ConversationEvidence evidence) {
        return Arrays.stream(EvidenceCode.values())
                .filter(code -> evidence.count(code) > 0)
                .toList();
    }

    /** The user whom a day's messages name first by time, whatever their role; of equal times the smallest key. */
    private static final class FirstUsers {
        /** Of each day that has a user: day, time, place. Few conversations have two. */
        private final List<long[]> firsts = new ArrayList<>(1);

        void note(FactsReader facts) {
            int user = facts.user();
            if (user == 0) {
                return;
            }
            int day = facts.userDay(user);
            for (long[] first : firsts) {
                if (first[0] == day) {
                    if (first[1] == facts.sentAt() && isSmaller(facts, user, (int) first[2])) {
                        first[2] = user;
                    }
                    return;
                }
            }
            firsts.add(new long[] {day, facts.sentAt(), user});
        }

        /** Where the user of the day is, or 0. */
        int of(int day) {
            for (long[] first : firsts) {
                if (first[0] == day) {
                    return (int) first[2];
                }
            }
            return 0;
        }

        private static boolean isSmaller(FactsReader facts, int one, int other) {
            int a = facts.dayKey(one);
            int b = facts.dayKey(other);
            return Arrays.compareUnsigned(
                            facts.array(), a, a + RawPseudonyms.BYTES, facts.array(), b, b + RawPseudonyms.BYTES)
                    < 0;
        }
    }
}

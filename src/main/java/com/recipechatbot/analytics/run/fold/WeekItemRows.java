package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.privacy.keys.HiddenOrder;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code user_week_items}: the dishes of a part of a conversation, with its user of the week and no id of days. */
final class WeekItemRows extends FactsRows {

    private static final long serialVersionUID = 1;

    private final SourceNames sources;
    private final ZoneId zone;
    private transient DayClock clock;
    private transient DishRows dishes;

    WeekItemRows(FoldRules rules) {
        super("week_item_rows", TableContract.read("user_week_items").schemaDdl());
        this.sources = new SourceNames(rules);
        this.zone = rules.zone();
    }

    private record Place(int source, int day) {}

    private static final class Item {
        private final ConversationRows.FirstUsers users = new ConversationRows.FirstUsers();
        private final List<DishRows.Mention> mentions = new ArrayList<>(2);
        private boolean hasMessages;
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        if (clock == null) {
            clock = new DayClock(zone);
            dishes = new DishRows();
        }
        Map<Place, Item> items = new LinkedHashMap<>(2);
        while (facts.nextMessage()) {
            Place place = new Place(facts.readSource(), clock.day(facts.sentAt()));
            Item item = items.computeIfAbsent(place, missing -> new Item());
            facts.readRating();
            for (int left = facts.readMentions(); left > 0; left--) {
                item.mentions.add(new DishRows.Mention(0, dishes.read(facts), false));
            }
            item.users.note(facts);
            item.hasMessages |= facts.role().isCounted();
        }
        items.forEach((place, item) -> rows.add(row(facts, place, item)));
    }

    private InternalRow row(FactsReader facts, Place place, Item item) {
        int user = item.users.of(place.day);
        item.mentions.sort(DishRows.Mention.BY_DISH);
        byte[] order = null;
        UTF8String week = null;
        if (user != 0) {
            long key = ByteBuffer.wrap(facts.array()).getLong(facts.dayKey(user));
            order = HiddenOrder.of(facts.array(), facts.secret(), place.day, item.users.timeOf(place.day), key);
            week = UTF8String.fromString(
                    RawPseudonyms.text('w', facts.userMonday(user), facts.array(), facts.weekKey(user)));
        }
        return row(
                UTF8String.fromString(RawPseudonyms.text("k_", facts.array(), facts.conversationOfWeeks())),
                place.day,
                week,
                order,
                item.hasMessages,
                array(item.mentions.stream()
                        .map(mention -> row(mention.dish().key(), mention.dish().name()))
                        .toList()),
                sources.of(place.source, place.day));
    }
}

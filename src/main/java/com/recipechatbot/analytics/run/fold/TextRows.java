package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code message_texts}: the masked texts of the messages, where they are kept. */
final class TextRows extends FactsRows {

    private static final long serialVersionUID = 1;

    private final SourceNames sources;
    private final ZoneId zone;

    TextRows(FoldRules rules) {
        super("text_rows", TableContract.read("message_texts").schemaDdl());
        this.sources = new SourceNames(rules);
        this.zone = rules.zone();
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        DayClock clock = new DayClock(zone);
        UTF8String conversation = UTF8String.fromString(RawPseudonyms.text("c_", facts.array(), facts.conversation()));
        while (facts.nextMessage()) {
            int source = facts.readSource();
            byte[] text = facts.keptText();
            if (text != null) {
                rows.add(row(
                        conversation,
                        facts.sentAt(),
                        UTF8String.fromString(facts.role().column()),
                        facts.messageKey(),
                        UTF8String.fromBytes(text),
                        sources.of(source, clock.day(facts.sentAt()))));
            }
        }
    }
}

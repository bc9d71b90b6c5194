package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code item_writes}: the writes that the records of a conversation report. */
final class WriteRows extends FactsRows {

    private static final long serialVersionUID = 1;

    private final SourceNames sources;
    private final ZoneId zone;

    WriteRows(FoldRules rules) {
        super("write_rows", TableContract.read("item_writes").schemaDdl());
        this.sources = new SourceNames(rules);
        this.zone = rules.zone();
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        DayClock clock = new DayClock(zone);
        while (facts.next()) {
            if (facts.isWrite()) {
                UTF8String conversation =
                        UTF8String.fromString(RawPseudonyms.text("c_", facts.array(), facts.conversation()));
                facts.readWriteEntry((sentAt, source, writtenAt, image, message, isLoaded, sequence) -> rows.add(row(
                        conversation,
                        sentAt,
                        writtenAt,
                        image,
                        message,
                        isLoaded,
                        UTF8String.fromString(sequence),
                        sources.of(source, clock.day(sentAt)))));
            }
        }
    }
}

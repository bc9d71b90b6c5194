package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code rejected_records}: the records that could not be used. */
final class RejectedRows extends FactsRows {

    private static final long serialVersionUID = 1;

    private final SourceNames sources;

    RejectedRows(FoldRules rules) {
        super("rejected_rows", TableContract.read("rejected_records").schemaDdl());
        this.sources = new SourceNames(rules);
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        while (facts.next()) {
            if (facts.isRejected()) {
                FactsReader.RejectedEntry record = facts.rejected();
                byte[] key = record.recordKey();
                rows.add(row(
                        UTF8String.fromString(record.reason()),
                        UTF8String.fromString(record.file()),
                        record.line(),
                        record.byteOffset(),
                        record.byteLength(),
                        key == null ? null : UTF8String.fromString(RawPseudonyms.text("r_", key, 0)),
                        record.sealed(),
                        sources.ofReading(record.source())));
            }
        }
    }
}

package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.FactsReader;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The conversations that have messages, by their keys. */
final class ConversationKeys extends FactsRows {

    private static final long serialVersionUID = 1;

    ConversationKeys() {
        super("conversation_keys", "conversation_key STRING");
    }

    @Override
    void read(FactsReader facts, List<InternalRow> rows) {
        if (facts.nextMessage()) {
            rows.add(row(UTF8String.fromString(RawPseudonyms.text("c_", facts.array(), facts.conversation()))));
        }
    }
}

package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.extraction.MessageEvidence;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code message_facts(role, text, metadata, titles)}: redacts, then extracts, in one call per message. Neither text
 * nor metadata goes further than this function.
 */
public final class MessageFactsFunction extends NamedFunction implements ScalarFunction<InternalRow> {

    private static final long serialVersionUID = 1L;

    private static final StructType TYPE = StructType.fromDDL(
            "recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>>, "
                    + "tools ARRAY<STRUCT<tool: STRING, failed: BOOLEAN>>, features ARRAY<STRING>, evidence ARRAY<STRING>, "
                    + "turn STRUCT<evidence: INT, signature: BIGINT, rating: INT>, text STRING, "
                    + "redactions ARRAY<STRUCT<type: STRING, count: INT>>, message_truncated BOOLEAN");

    private static final ThreadLocal<MessageFacts> FACTS = ThreadLocal.withInitial(() -> new MessageFacts(List.of()));

    MessageFactsFunction() {
        super(
                "message_facts",
                TYPE,
                DataTypes.StringType,
                DataTypes.StringType,
                DataTypes.StringType,
                DataTypes.StringType);
    }

    public static InternalRow invoke(UTF8String role, UTF8String text, UTF8String metadata, UTF8String titles) {
        MessageFacts facts = FACTS.get();
        facts.read(role, text, metadata, titles);
        MessageEvidence evidence = facts.evidence();
        return new GenericInternalRow(new Object[] {
            FactRows.recipes(facts.mentions(), facts.speaker()),
            FactRows.tools(facts.tools()),
            FactRows.names(Feature.inBits(facts.featureBits())),
            FactRows.names(evidence.codeList()),
            new GenericInternalRow(new Object[] {evidence.codes(), evidence.signature(), facts.rating()}),
            facts.redactedText(),
            FactRows.redactions(facts.redaction()),
            facts.truncated()
        });
    }
}

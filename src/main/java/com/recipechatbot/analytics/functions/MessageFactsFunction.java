package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.ExplicitRating;
import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.ToolCall;
import com.recipechatbot.analytics.extraction.ToolCalls;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code message_facts(role, text, metadata, titles)}: redacts, then extracts, in one call a message. Neither text nor
 * metadata goes further than this function.
 */
public final class MessageFactsFunction implements ScalarFunction<InternalRow> {

    private static final long serialVersionUID = 1L;

    /** Where the chatbot cuts a message, in characters. */
    private static final int CUT = 500;
    /** What is longer than this before its first blank is known by what stands there. */
    private static final int LONGEST_VALUE = 64;

    private static final UTF8String EMPTY_OBJECT = UTF8String.fromString("{}");

    private static final StructType TYPE = StructType.fromDDL(
            "recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>>, "
                    + "tools ARRAY<STRUCT<tool: STRING, failed: BOOLEAN>>, features ARRAY<STRING>, evidence ARRAY<STRING>, "
                    + "turn STRUCT<evidence: INT, signature: BIGINT, rating: INT>, text STRING, "
                    + "redactions ARRAY<STRUCT<type: STRING, count: INT>>, message_truncated BOOLEAN");

    private static final MessageEvidence NO_EVIDENCE = new MessageEvidence(0, 0);

    /** Nothing is passed on of the end of a cut message: half an address or a number may stand there. */
    public static InternalRow invoke(UTF8String role, UTF8String text, UTF8String metadata, UTF8String titles) {
        boolean truncated = text != null && text.numBytes() >= CUT && text.numChars() == CUT;
        Optional<Speaker> speaker = Speakers.of(role);
        Redaction redaction = text == null ? null : Texts.redact(Redactor.standard(), text);
        String redacted = redaction == null ? null : redacted(text, redaction, truncated);

        List<RecipeMention> mentions = speaker.isEmpty() || redacted == null
                ? List.of()
                : Extractors.with(titles).mentions(speaker.get(), redacted);
        MessageEvidence evidence =
                speaker.map(who -> MessageEvidence.of(who, redacted)).orElse(NO_EVIDENCE);
        String fields = metadata == null || metadata.equals(EMPTY_OBJECT) ? null : metadata.toString();
        List<ToolCall> tools = ToolCalls.of(fields, redacted, FactRows::toolName);

        return new GenericInternalRow(new Object[] {
            FactRows.recipes(mentions, speaker),
            FactRows.tools(tools),
            FactRows.names(features(mentions, evidence, tools)),
            FactRows.names(evidence.codeList()),
            new GenericInternalRow(new Object[] {evidence.codes(), evidence.signature(), ExplicitRating.of(fields)}),
            redaction == null || (redaction.isClean() && !truncated) ? text : UTF8String.fromString(redacted),
            FactRows.redactions(redaction),
            truncated
        });
    }

    private static String redacted(UTF8String text, Redaction redaction, boolean truncated) {
        String redacted = redaction.isClean() ? text.toString() : redaction.text();
        return truncated ? withoutHalfAValue(redacted) : redacted;
    }

    private static String withoutHalfAValue(String redacted) {
        int end = redacted.lastIndexOf(' ', redacted.length() - LONGEST_VALUE);
        return redacted.substring(0, Math.max(end, 0));
    }

    private static Set<Feature> features(List<RecipeMention> mentions, MessageEvidence evidence, List<ToolCall> tools) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        if (!mentions.isEmpty()) {
            features.add(Feature.RECIPE);
        }
        features.addAll(evidence.features());
        for (ToolCall call : tools) {
            Feature.ofTool(call.tool()).ifPresent(features::add);
        }
        return features;
    }

    @Override
    public DataType[] inputTypes() {
        return new DataType[] {DataTypes.StringType, DataTypes.StringType, DataTypes.StringType, DataTypes.StringType};
    }

    @Override
    public DataType resultType() {
        return TYPE;
    }

    @Override
    public String name() {
        return "message_facts";
    }
}

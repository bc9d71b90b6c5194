package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.EvidenceCode;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.extraction.conversation.ConversationEvidence;
import com.recipechatbot.analytics.extraction.conversation.ConversationOutcome;
import com.recipechatbot.analytics.extraction.conversation.Satisfaction;
import com.recipechatbot.analytics.extraction.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code conversation_facts(turns)}: how a conversation went, from what is kept of its messages in order of time. */
public final class ConversationFactsFunction extends NamedFunction implements ScalarFunction<InternalRow> {

    private static final long serialVersionUID = 1L;

    private static final int TURN_FIELDS = 5;
    private static final StructType TURN =
            StructType.fromDDL("sent_at TIMESTAMP, from_assistant BOOLEAN, evidence INT, signature BIGINT, rating INT");
    private static final StructType TYPE = StructType.fromDDL(
            "outcome STRING, completed BOOLEAN, satisfaction DOUBLE, has_problem BOOLEAN, evidence ARRAY<STRING>");

    ConversationFactsFunction() {
        super("conversation_facts", TYPE, DataTypes.createArrayType(TURN));
    }

    public static InternalRow invoke(ArrayData turns) {
        if (turns == null) {
            return null;
        }
        ConversationEvidence evidence = ConversationEvidence.of(read(turns));
        ConversationOutcome outcome = ConversationOutcome.of(evidence);
        List<EvidenceCode> codes = new ArrayList<>();
        for (EvidenceCode code : EvidenceCode.values()) {
            if (evidence.count(code) > 0) {
                codes.add(code);
            }
        }
        return new GenericInternalRow(new Object[] {
            UTF8String.fromString(outcome.column()),
            outcome.completed(),
            Satisfaction.index(evidence),
            Satisfaction.hasProblem(evidence),
            FactRows.names(codes)
        });
    }

    private static List<Turn> read(ArrayData rows) {
        List<Turn> turns = new ArrayList<>(rows.numElements());
        for (int i = 0; i < rows.numElements(); i++) {
            InternalRow row = rows.getStruct(i, TURN_FIELDS);
            turns.add(new Turn(
                    row.getBoolean(1) ? Speaker.ASSISTANT : Speaker.USER,
                    row.getLong(0),
                    row.getInt(2),
                    row.getLong(3),
                    row.isNullAt(4) ? null : row.getInt(4)));
        }
        return turns;
    }
}

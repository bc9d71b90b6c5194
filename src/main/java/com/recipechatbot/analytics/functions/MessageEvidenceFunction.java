package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.MessageEvidence;
import java.util.Locale;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code message_evidence(role, text)}: what a message says about how its conversation goes; nothing for tools and systems. */
public final class MessageEvidenceFunction extends NamedFunction implements ScalarFunction<ArrayData> {

    private static final long serialVersionUID = 1L;

    private static final ArrayData NONE = new GenericArrayData(new Object[0]);

    MessageEvidenceFunction() {
        super(
                "message_evidence",
                DataTypes.createArrayType(DataTypes.StringType, false),
                DataTypes.StringType,
                DataTypes.StringType);
    }

    public static ArrayData invoke(UTF8String role, UTF8String text) {
        if (text == null) {
            return null;
        }
        return Speakers.of(role)
                .map(speaker -> codes(MessageEvidence.of(speaker, text.toString())))
                .orElse(NONE);
    }

    private static ArrayData codes(MessageEvidence evidence) {
        return evidence.codes() == 0
                ? NONE
                : new GenericArrayData(evidence.codeList().stream()
                        .map(code -> UTF8String.fromString(code.name().toLowerCase(Locale.ROOT)))
                        .toArray());
    }
}

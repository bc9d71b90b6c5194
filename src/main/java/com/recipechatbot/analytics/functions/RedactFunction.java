package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code redact(text)}: a text in which nothing is found comes back as the same object, without a copy. */
public final class RedactFunction extends NamedFunction implements ScalarFunction<UTF8String> {

    private static final long serialVersionUID = 1L;

    RedactFunction() {
        super("redact", DataTypes.StringType, DataTypes.StringType);
    }

    public static UTF8String invoke(UTF8String text) {
        if (text == null) {
            return null;
        }
        Redaction redaction = Texts.redact(Redactor.standard(), text);
        return redaction.isClean() ? text : UTF8String.fromBytes(redaction.utf8());
    }
}

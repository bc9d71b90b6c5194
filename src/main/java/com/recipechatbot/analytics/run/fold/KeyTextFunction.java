package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.functions.NamedFunction;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** The text of a pseudonym, such as {@code a_} and 26 characters. */
public final class KeyTextFunction extends NamedFunction implements ScalarFunction<UTF8String> {

    private static final long serialVersionUID = 1;

    private final String prefix;

    KeyTextFunction(String prefix) {
        super("key_text", DataTypes.StringType, DataTypes.BinaryType);
        this.prefix = prefix;
    }

    public UTF8String invoke(byte[] key) {
        return UTF8String.fromString(RawPseudonyms.text(prefix, key, 0));
    }
}

package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.SettledFacts;
import com.recipechatbot.analytics.functions.NamedFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;

/** Puts the messages of settled facts of several sources and days into the order of time. */
public final class InOrderFunction extends NamedFunction implements ScalarFunction<byte[]> {

    private static final long serialVersionUID = 1;

    InOrderFunction() {
        super("facts_in_order", DataTypes.BinaryType, DataTypes.BinaryType);
    }

    public static byte[] invoke(byte[] facts) {
        return SettledFacts.inOrder(facts);
    }
}

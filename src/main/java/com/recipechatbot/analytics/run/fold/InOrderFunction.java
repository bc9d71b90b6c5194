package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.SettledFacts;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Puts the messages of settled facts of several sources and days into the order of time. */
public final class InOrderFunction implements ScalarFunction<byte[]> {

    private static final long serialVersionUID = 1;

    public static byte[] invoke(byte[] facts) {
        return SettledFacts.inOrder(facts);
    }

    @Override
    public DataType[] inputTypes() {
        return new DataType[] {DataTypes.BinaryType};
    }

    @Override
    public DataType resultType() {
        return DataTypes.BinaryType;
    }

    @Override
    public String name() {
        return "facts_in_order";
    }
}

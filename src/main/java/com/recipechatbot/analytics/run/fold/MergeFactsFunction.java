package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.Facts;
import com.recipechatbot.analytics.functions.NamedFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.functions.AggregateFunction;
import org.apache.spark.sql.types.DataTypes;

/** Merges the facts of a group, first in the task that reads and then over all tasks. */
public final class MergeFactsFunction extends NamedFunction implements AggregateFunction<byte[], byte[]> {

    private static final long serialVersionUID = 1;

    MergeFactsFunction() {
        super("merge_facts", DataTypes.BinaryType, DataTypes.BinaryType);
    }

    @Override
    public byte[] newAggregationState() {
        return Facts.NONE;
    }

    @Override
    public byte[] update(byte[] state, InternalRow input) {
        return Facts.merge(state, input.getBinary(0));
    }

    @Override
    public byte[] merge(byte[] state, byte[] other) {
        return other.length == 0 ? state : Facts.merge(state, other);
    }

    @Override
    public byte[] produceResult(byte[] state) {
        return Facts.trim(state);
    }
}

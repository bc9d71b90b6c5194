package com.recipechatbot.analytics.functions;

import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.StructType;

/**
 * A SQL function under its name, with what {@code DESCRIBE FUNCTION EXTENDED} shows of it.
 *
 * @param usage one sentence, beginning with the call
 * @param examples calls with what they return, as SQL
 * @param function its implementation; a scalar one has a static {@code invoke} that generated code calls directly
 */
record ChatFunction(String name, String usage, String examples, BoundFunction function) implements UnboundFunction {

    @Override
    public BoundFunction bind(StructType arguments) {
        requireArguments(arguments.length());
        return function;
    }

    /** @throws UnsupportedOperationException when the function takes another number of arguments */
    void requireArguments(int given) {
        int expected = function.inputTypes().length;
        if (given != expected) {
            throw new UnsupportedOperationException("Cannot call %s: it takes %d argument%s and was given %d. %s"
                    .formatted(name, expected, expected == 1 ? "" : "s", given, usage));
        }
    }

    @Override
    public String description() {
        return usage;
    }
}

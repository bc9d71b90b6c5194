package com.recipechatbot.analytics.run.fold;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.V2ExpressionUtils;
import org.apache.spark.sql.catalyst.expressions.aggregate.V2Aggregator;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.connector.catalog.functions.AggregateFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Calls functions of the connector API as columns, so that one can hold the rules of a run, which no name could. */
final class FunctionColumns {

    private FunctionColumns() {}

    static Column call(ScalarFunction<?> function, Column... arguments) {
        return ExpressionUtils.column(V2ExpressionUtils.resolveScalarFunction(function, expressions(arguments)));
    }

    static Column call(AggregateFunction<?, ?> function, Column... arguments) {
        V2Aggregator<?, ?> aggregator = new V2Aggregator<>(function, expressions(arguments), 0, 0);
        return ExpressionUtils.column(aggregator.toAggregateExpression());
    }

    private static Seq<Expression> expressions(Column... columns) {
        Function<Column, Expression> expression = ExpressionUtils::expression;
        List<Expression> all = Arrays.stream(columns).map(expression).toList();
        return CollectionConverters.asScala(all).toSeq();
    }
}

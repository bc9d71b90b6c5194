package com.recipechatbot.analytics.functions;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.V2ExpressionUtils;
import org.apache.spark.sql.catalyst.expressions.aggregate.V2Aggregator;
import org.apache.spark.sql.connector.catalog.functions.AggregateFunction;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import scala.Function1;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Gives a session the functions under their plain names: {@code spark.sql.extensions} names this class. Spark refuses
 * such names in permanent views: use the names of {@link ChatFunctionCatalog} there.
 */
public final class ChatExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        for (ChatFunction function : ChatFunctions.ALL) {
            extensions.injectFunction(new Tuple3<>(
                    new FunctionIdentifier(function.name()), info(function), (Function1<Seq<Expression>, Expression>)
                            arguments -> {
                                function.requireArguments(arguments.length());
                                return call(function.function(), arguments);
                            }));
        }
        return BoxedUnit.UNIT;
    }

    private static Expression call(BoundFunction function, Seq<Expression> arguments) {
        return function instanceof AggregateFunction<?, ?> aggregate
                ? new V2Aggregator<>(aggregate, arguments, 0, 0)
                : V2ExpressionUtils.resolveScalarFunction((ScalarFunction<?>) function, arguments);
    }

    private static ExpressionInfo info(ChatFunction function) {
        return new ExpressionInfo(
                function.function().getClass().getName(),
                null,
                function.name(),
                function.usage().replace(function.name() + "(", "_FUNC_("),
                "",
                "\n    Examples:\n      > " + function.examples() + "\n",
                "",
                "",
                "",
                "",
                "java_udf");
    }
}

package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.recipechatbot.analytics.lake.TableFiles.TableFile;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.InSet;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Whether a file may contain a row for which a condition holds. What concerns partitions alone is exact, as Spark does not
 * look at it again; what else this cannot tell, may hold.
 */
final class FileCondition {

    private final Expression condition;

    FileCondition(Expression condition, StructType partitions) {
        this.condition = condition.transform(new AbstractPartialFunction<>() {
            @Override
            public boolean isDefinedAt(Expression part) {
                return part instanceof Attribute column
                        && List.of(partitions.fieldNames()).contains(column.name());
            }

            @Override
            public Expression apply(Expression part) {
                int place = partitions.fieldIndex(((Attribute) part).name());
                return new BoundReference(place, partitions.apply(place).dataType(), true);
            }
        });
    }

    boolean isOfPartitionsOnly() {
        return condition.references().isEmpty();
    }

    boolean mayHold(TableFile file) {
        return mayHold(condition, file);
    }

    private static boolean mayHold(Expression condition, TableFile file) {
        if (condition.references().isEmpty()) {
            return Boolean.TRUE.equals(condition.eval(file.partition()));
        }
        if (condition instanceof And both) {
            return mayHold(both.left(), file) && mayHold(both.right(), file);
        }
        if (condition instanceof Or either) {
            return mayHold(either.left(), file) || mayHold(either.right(), file);
        }
        if (condition instanceof In in && in.value() instanceof Attribute column) {
            Range range = Range.of(column, file);
            List<Expression> values = CollectionConverters.asJava(in.list());
            return values.stream()
                    .anyMatch(value -> !(value instanceof Literal literal) || range.contains(literal.value()));
        }
        if (condition instanceof InSet in && in.child() instanceof Attribute column) {
            Range range = Range.of(column, file);
            Set<Object> values = CollectionConverters.asJava(in.hset());
            return values.stream().anyMatch(range::contains);
        }
        if (condition instanceof BinaryComparison comparison) {
            if (comparison.left() instanceof Attribute column && comparison.right() instanceof Literal literal) {
                return mayHold(comparison, column, literal.value(), file, false);
            }
            if (comparison.right() instanceof Attribute column && comparison.left() instanceof Literal literal) {
                return mayHold(comparison, column, literal.value(), file, true);
            }
        }
        return true;
    }

    private static boolean mayHold(
            BinaryComparison comparison, Attribute column, Object value, TableFile file, boolean isTurned) {
        if (value == null) {
            return true;
        }
        Range range = Range.of(column, file);
        if (comparison instanceof EqualTo) {
            return range.contains(value);
        }
        // A column that is less than a value is not more than it either: that one file more is read does no harm.
        if (comparison instanceof LessThan || comparison instanceof LessThanOrEqual) {
            return isTurned ? range.contains(value, null) : range.contains(null, value);
        }
        if (comparison instanceof GreaterThan || comparison instanceof GreaterThanOrEqual) {
            return isTurned ? range.contains(null, value) : range.contains(value, null);
        }
        return true;
    }

    /** The smallest and largest value of a column in a file, as Spark holds them; null where unknown. */
    private record Range(Comparable<?> least, Comparable<?> most) {

        private static final Range UNKNOWN = new Range(null, null);

        static Range of(Attribute column, TableFile file) {
            JsonNode least = file.least().path(column.name());
            JsonNode most = file.most().path(column.name());
            return isKnown(least) && isKnown(most)
                    ? new Range(value(column.dataType(), least, 0), value(column.dataType(), most, 1))
                    : UNKNOWN;
        }

        private static boolean isKnown(JsonNode value) {
            return value.isValueNode() && !value.isNull();
        }

        /** @param more what to add where the log has rounded down */
        private static Comparable<?> value(DataType type, JsonNode text, int more) {
            if (type.equals(DataTypes.DateType)) {
                return (int) LocalDate.parse(text.asText()).toEpochDay();
            }
            if (type.equals(DataTypes.TimestampType)) {
                // Delta rounds to milliseconds.
                return ChronoUnit.MICROS.between(
                        OffsetDateTime.parse("1970-01-01T00:00:00Z"),
                        OffsetDateTime.parse(text.asText()).plus(more, ChronoUnit.MILLIS));
            }
            if (type.equals(DataTypes.LongType)) {
                return text.asLong();
            }
            // Of texts, the log has the beginnings.
            return null;
        }

        /** What null does is not looked at. */
        boolean contains(Object value) {
            return value == null || contains(value, value);
        }

        /** Whether a value of the column may lie between two, of which null is no bound. */
        @SuppressWarnings("unchecked")
        boolean contains(Object from, Object to) {
            return (from == null || most == null || ((Comparable<Object>) most).compareTo(from) >= 0)
                    && (to == null || least == null || ((Comparable<Object>) least).compareTo(to) <= 0);
        }
    }
}

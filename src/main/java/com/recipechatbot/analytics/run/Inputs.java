package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.metrics.Query;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows that queries may read, by name. A query sees those that it declares and no others. */
public final class Inputs {

    private final SparkSession spark;
    private final Map<String, Supplier<Dataset<Row>>> inputs = new ConcurrentHashMap<>();

    public Inputs(SparkSession spark) {
        this.spark = spark;
    }

    /** Replaces earlier rows of that name. */
    public Inputs with(String name, Dataset<Row> rows) {
        inputs.put(name, () -> rows);
        return this;
    }

    /** Rows that are looked up once, when the first query reads them; other threads that read them wait. */
    public Inputs with(String name, Supplier<Dataset<Row>> rows) {
        inputs.put(name, new Once(rows));
        return this;
    }

    /** The rows of a name. */
    public Dataset<Row> rows(String name) {
        Supplier<Dataset<Row>> rows = inputs.get(name);
        if (rows == null) {
            throw new IllegalStateException("Cannot read %s: this run has no such input.".formatted(name));
        }
        return rows.get();
    }

    /** Computes rows now and once: if they are few, they become local rows, which later queries read without a job. */
    Dataset<Row> keep(String name, Dataset<Row> rows, boolean areFew) {
        Dataset<Row> kept =
                areFew ? spark.createDataFrame(rows.collectAsList(), rows.schema()) : rows.localCheckpoint();
        with(name, kept);
        return kept;
    }

    /** @throws IllegalStateException when an input that the query declares is not there: a mistake in the program */
    public Dataset<Row> query(Query query) {
        for (String name : query.reads()) {
            if (!inputs.containsKey(name)) {
                throw new IllegalStateException(
                        "Cannot compute %s: it reads %s, which this run does not have.".formatted(query.name(), name));
            }
        }
        return BoundQuery.of(
                spark, query.sql(), query.reads().stream().collect(Collectors.toMap(name -> name, this::rows)));
    }

    private static final class Once implements Supplier<Dataset<Row>> {

        private final Supplier<Dataset<Row>> rows;
        private Dataset<Row> found;

        Once(Supplier<Dataset<Row>> rows) {
            this.rows = rows;
        }

        @Override
        public synchronized Dataset<Row> get() {
            if (found == null) {
                found = rows.get();
            }
            return found;
        }
    }
}

package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.FieldMapping;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** One reading of an export's records by the tasks of a plan. */
record ExportScan(ReadPlan plan) implements Scan, Batch {

    @Override
    public StructType readSchema() {
        return RecordColumns.SCHEMA;
    }

    /** Names no file, because query plans are logged. */
    @Override
    public String description() {
        return "conversation export, %d tasks".formatted(plan.tasks().size());
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return plan.tasks().toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new ReaderFactory(
                new SerializableConfiguration(
                        SparkSession.active().sparkContext().hadoopConfiguration()),
                plan.mapping());
    }

    private record ReaderFactory(SerializableConfiguration hadoop, FieldMapping mapping)
            implements PartitionReaderFactory {

        @Override
        public PartitionReader<InternalRow> createReader(InputPartition task) {
            return new RowReader(hadoop.value(), (FileRanges) task, mapping);
        }
    }
}

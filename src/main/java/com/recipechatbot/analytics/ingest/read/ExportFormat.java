package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.ConversationExport;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** What Spark calls to read the records of an export; everyone else calls {@link ConversationExport}. */
public final class ExportFormat implements TableProvider {

    /** Names files: wherever Spark prints the options of a query, it masks those whose name contains {@code url}. */
    public static final String PLAN = "plan.urls";

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return RecordColumns.SCHEMA;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new RecordTable();
    }

    private static final class RecordTable implements SupportsRead {

        @Override
        public String name() {
            return "conversation export";
        }

        @Override
        public Column[] columns() {
            return Arrays.stream(RecordColumns.SCHEMA.fields())
                    .map(field -> Column.create(field.name(), field.dataType(), field.nullable()))
                    .toArray(Column[]::new);
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            return () -> new ExportScan(ReadPlan.fromJson(options.get(PLAN)));
        }
    }
}

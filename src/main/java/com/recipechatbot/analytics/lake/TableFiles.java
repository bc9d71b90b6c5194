package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The files of one version of a Delta table, for Spark to read: listed by Delta Kernel, and chosen here by partition and by
 * minima and maxima. Delta's own index runs a Spark job for each query over each table. This one reads tables as
 * {@link TableFormat} keeps them: without deletion vectors and column mapping, partitioned by texts.
 */
final class TableFiles implements FileIndex {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String root;
    private final long version;
    private final StructType schema;
    private final StructType partitions;
    private final List<TableFile> files;

    /**
     * @param path as the log has it: relative to the table and encoded
     * @param partitionTexts the value of each partition column, as the log has it; may be null
     * @param partition the same values, as Spark holds them
     * @param least the smallest value of each column with statistics; empty when unknown
     * @param most the largest value of each
     */
    record TableFile(
            String path,
            FileStatus status,
            Map<String, String> partitionTexts,
            InternalRow partition,
            JsonNode least,
            JsonNode most) {}

    private TableFiles(String root, long version, StructType schema, StructType partitions, List<TableFile> files) {
        this.root = root;
        this.version = version;
        this.schema = schema;
        this.partitions = partitions;
        this.files = files;
    }

    /**
     * @param root the folder of a table that has this version
     * @throws LakeException when something else has changed how the table must be read
     */
    static TableFiles of(SparkSession spark, String root, long version) {
        Engine engine = DefaultEngine.create(spark.sparkContext().hadoopConfiguration());
        SnapshotImpl snapshot = (SnapshotImpl) Table.forPath(engine, root).getSnapshotAsOfVersion(engine, version);
        // Deletion vectors and column mapping need later ones.
        if (snapshot.getProtocol().getMinReaderVersion() != TableFormat.READER_VERSION) {
            throw new LakeException(
                    "Cannot read the table %s: something else has changed it to Delta reader version %d, and this software reads %d. Undo that change, or backfill into a new lake."
                            .formatted(root, snapshot.getProtocol().getMinReaderVersion(), TableFormat.READER_VERSION));
        }
        StructType schema =
                (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
        StructType partitions = new StructType(
                snapshot.getPartitionColumnNames().stream().map(schema::apply).toArray(StructField[]::new));
        List<TableFile> files = new ArrayList<>();
        ScanImpl scan = (ScanImpl) snapshot.getScanBuilder().build();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        files.add(file(rows.next(), partitions));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TableFiles(root, snapshot.getVersion(), schema, partitions, files);
    }

    private static TableFile file(Row row, StructType partitions) throws JsonProcessingException {
        AddFile added = new AddFile(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
        Map<String, String> partition = InternalScanFileUtils.getPartitionValues(row);
        JsonNode statistics = JSON.readTree(added.getStatsJson().orElse("{}"));
        Path path = new Path(InternalScanFileUtils.getAddFileStatus(row).getPath());
        return new TableFile(
                added.getPath(),
                new FileStatus(added.getSize(), false, 0, 1, added.getModificationTime(), path),
                partition,
                new GenericInternalRow(Stream.of(partitions.fieldNames())
                        .map(column -> UTF8String.fromString(partition.get(column)))
                        .toArray()),
                statistics.path("minValues"),
                statistics.path("maxValues"));
    }

    /** The rows for which a condition holds, and nothing of files that cannot have any: their size decides about joins. */
    Dataset<org.apache.spark.sql.Row> read(SparkSession spark, String condition) {
        return matching(condition(spark, condition)).read(spark).where(condition);
    }

    /** @param condition SQL over the table's columns */
    FileCondition condition(SparkSession spark, String condition) {
        var matching = (org.apache.spark.sql.classic.Dataset<org.apache.spark.sql.Row>)
                read(spark).where(condition);
        LogicalPlan plan = RewriteWithExpression$.MODULE$.apply(
                ReplaceExpressions$.MODULE$.apply(matching.queryExecution().analyzed()));
        return new FileCondition(((Filter) plan).condition(), partitions);
    }

    /** All rows of the files. */
    Dataset<org.apache.spark.sql.Row> read(SparkSession spark) {
        StructType data = new StructType(CollectionConverters.asJava(schema).stream()
                .filter(field -> !List.of(partitions.fieldNames()).contains(field.name()))
                .toArray(StructField[]::new));
        return spark.baseRelationToDataFrame(new HadoopFsRelation(
                        this, partitions, data, Option.empty(), new ParquetFileFormat(), Map$.MODULE$.empty(), spark))
                .select(Stream.of(schema.fieldNames()).map(functions::col).toArray(Column[]::new));
    }

    /** The files that may contain rows for which a condition holds. */
    TableFiles matching(FileCondition condition) {
        return only(condition::mayHold);
    }

    /** @throws IllegalStateException when one of the paths is no file of the table */
    TableFiles only(Set<Path> paths) {
        TableFiles found = only(file -> paths.contains(file.status().getPath()));
        if (found.files.size() != paths.size()) {
            throw new IllegalStateException(
                    "Spark read a file that the log of the table %s does not have.".formatted(root));
        }
        return found;
    }

    private TableFiles only(Predicate<TableFile> wanted) {
        return new TableFiles(
                root, version, schema, partitions, files.stream().filter(wanted).toList());
    }

    long version() {
        return version;
    }

    List<TableFile> files() {
        return files;
    }

    @Override
    public Seq<PartitionDirectory> listFiles(Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
        List<FileCondition> conditions = Stream.of(partitionFilters, dataFilters)
                .flatMap(filters -> CollectionConverters.asJava(filters).stream())
                .map(filter -> new FileCondition(filter, partitions))
                .toList();
        List<PartitionDirectory> found = files.stream()
                .filter(file -> conditions.stream().allMatch(condition -> condition.mayHold(file)))
                .collect(Collectors.groupingBy(TableFile::partition, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(folder -> PartitionDirectory.apply(
                        folder.getKey(),
                        folder.getValue().stream().map(TableFile::status).toArray(FileStatus[]::new)))
                .toList();
        return CollectionConverters.asScala(found).toSeq();
    }

    @Override
    public Seq<Path> rootPaths() {
        return CollectionConverters.asScala(List.of(new Path(root))).toSeq();
    }

    @Override
    public String[] inputFiles() {
        return files.stream().map(file -> file.status().getPath().toString()).toArray(String[]::new);
    }

    /** Nothing: these are the files of a version. */
    @Override
    public void refresh() {}

    @Override
    public long sizeInBytes() {
        return files.stream().mapToLong(file -> file.status().getLen()).sum();
    }

    @Override
    public StructType partitionSchema() {
        return partitions;
    }

    /** Spark computes once what it reads twice from equal indices. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TableFiles that
                && root.equals(that.root)
                && version == that.version
                && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return Objects.hash(root, version);
    }
}

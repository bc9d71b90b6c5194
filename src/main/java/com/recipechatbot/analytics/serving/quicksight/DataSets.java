package com.recipechatbot.analytics.serving.quicksight;

import static com.recipechatbot.analytics.serving.quicksight.Json.object;

import com.recipechatbot.analytics.tables.TableContract;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A data set for each table, in QuickSight's memory (SPICE), and its refresh. */
public final class DataSets {

    /** After the jobs of a night, and at a time that no zone skips. */
    public static final LocalTime REFRESHED_AT = LocalTime.of(8, 0);

    /** QuickSight accepts these together or not at all. */
    private static final List<String> OWN = List.of(
            "quicksight:DescribeDataSet",
            "quicksight:DescribeDataSetPermissions",
            "quicksight:PassDataSet",
            "quicksight:DescribeIngestion",
            "quicksight:ListIngestions",
            "quicksight:CreateIngestion",
            "quicksight:CancelIngestion",
            "quicksight:UpdateDataSet",
            "quicksight:UpdateDataSetPermissions",
            "quicksight:DeleteDataSet");

    private DataSets() {}

    /** CloudFormation resources by their logical id. */
    static Map<String, Json> resources(Dashboard dashboard) {
        Map<String, Json> resources = new LinkedHashMap<>();
        for (String table : dashboard.tables().keySet()) {
            resources.put(logicalId(table), dataSet(TableContract.read(table), dashboard.columns(table)));
            resources.put("Refresh" + logicalId(table), refresh(table));
        }
        return resources;
    }

    /** Declares the data set of a table for a definition, under the table's name. */
    static Json declaration(String table) {
        return object("Identifier", table).with("DataSetArn", object("Fn::GetAtt", List.of(logicalId(table), "Arn")));
    }

    private static Json dataSet(TableContract table, List<TableContract.Column> columns) {
        List<?> inputColumns = columns.stream()
                .map(column -> object("Name", column.name())
                        .with("Type", ColumnType.of(table, column.name()).name()))
                .toList();
        Json relationalTable = object("DataSourceArn", object("Fn::GetAtt", List.of("DataSource", "Arn")))
                .with("Catalog", "AwsDataCatalog")
                .with("Schema", object("Ref", "Database"))
                .with("Name", table.name())
                .with("InputColumns", inputColumns);
        return object("Type", "AWS::QuickSight::DataSet")
                .with(
                        "Properties",
                        object("AwsAccountId", object("Ref", "AWS::AccountId"))
                                .with("DataSetId", id(table.name()))
                                .with("Name", table.name())
                                .with("ImportMode", "SPICE")
                                .with(
                                        "PhysicalTableMap",
                                        object(
                                                table.name().replace('_', '-'),
                                                object("RelationalTable", relationalTable)))
                                .with(
                                        "Permissions",
                                        List.of(object("Principal", object("Ref", "Principal"))
                                                .with("Actions", OWN))));
    }

    private static Json refresh(String table) {
        return object("Type", "AWS::QuickSight::RefreshSchedule")
                .with("DependsOn", logicalId(table))
                .with(
                        "Properties",
                        object("AwsAccountId", object("Ref", "AWS::AccountId"))
                                .with("DataSetId", id(table))
                                .with(
                                        "Schedule",
                                        object("ScheduleId", "daily")
                                                .with(
                                                        "ScheduleFrequency",
                                                        object("Interval", "DAILY")
                                                                .with("TimeOfTheDay", REFRESHED_AT.toString())
                                                                .with("TimeZone", object("Ref", "Zone")))
                                                .with("RefreshType", "FULL_REFRESH")));
    }

    private static Json id(String table) {
        return object("Fn::Sub", "${AWS::StackName}-" + table);
    }

    /** {@code daily_metrics} becomes {@code DailyMetrics}. */
    private static String logicalId(String table) {
        return Arrays.stream(table.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}

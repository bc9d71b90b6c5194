package com.recipechatbot.analytics.serving.quicksight;

import static com.recipechatbot.analytics.serving.quicksight.Json.object;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A data set for each table, in QuickSight's memory (SPICE), and its refresh. */
final class DataSets {

    /** After the jobs of the night, repeated if need be: daily-metrics starts at 02:00. */
    private static final String REFRESHED_AT = "06:00";

    private static final List<String> VIEW = List.of(
            "quicksight:DescribeDataSet",
            "quicksight:DescribeDataSetPermissions",
            "quicksight:PassDataSet",
            "quicksight:DescribeIngestion",
            "quicksight:ListIngestions");

    private DataSets() {}

    /** Resources of CloudFormation by their logical id. */
    static Map<String, Object> resources(Dashboard dashboard) {
        Map<String, Object> resources = new LinkedHashMap<>();
        for (String table : dashboard.tables().keySet()) {
            resources.put(logicalId(table), dataSet(TableContract.read(table), dashboard.columns(table)));
            resources.put("Refresh" + logicalId(table), refresh(table));
        }
        return resources;
    }

    /** The name by which a definition knows the data set of a table: that of the table. */
    static Map<String, Object> declaration(String table) {
        return object("Identifier", table, "DataSetArn", object("Fn::GetAtt", List.of(logicalId(table), "Arn")));
    }

    private static Map<String, Object> dataSet(TableContract table, List<TableContract.Column> columns) {
        List<?> inputColumns = columns.stream()
                .map(column -> object(
                        "Name", column.name(), "Type", ColumnType.of(table, column.name()).name()))
                .toList();
        Map<String, Object> relationalTable = object(
                "DataSourceArn",
                object("Fn::GetAtt", List.of("DataSource", "Arn")),
                "Catalog",
                "AwsDataCatalog",
                "Schema",
                object("Ref", "Database"),
                "Name",
                table.name(),
                "InputColumns",
                inputColumns);
        return object(
                "Type",
                "AWS::QuickSight::DataSet",
                "Properties",
                object(
                        "AwsAccountId",
                        object("Ref", "AWS::AccountId"),
                        "DataSetId",
                        id(table.name()),
                        "Name",
                        table.name(),
                        "ImportMode",
                        "SPICE",
                        "PhysicalTableMap",
                        object(table.name().replace('_', '-'), object("RelationalTable", relationalTable)),
                        "Permissions",
                        List.of(object("Principal", object("Ref", "Principal"), "Actions", VIEW))));
    }

    private static Map<String, Object> refresh(String table) {
        return object(
                "Type",
                "AWS::QuickSight::RefreshSchedule",
                "DependsOn",
                logicalId(table),
                "Properties",
                object(
                        "AwsAccountId",
                        object("Ref", "AWS::AccountId"),
                        "DataSetId",
                        id(table),
                        "Schedule",
                        object(
                                "ScheduleId",
                                "daily",
                                "ScheduleFrequency",
                                object(
                                        "Interval",
                                        "DAILY",
                                        "TimeOfTheDay",
                                        REFRESHED_AT,
                                        "TimeZone",
                                        object("Ref", "Zone")),
                                "RefreshType",
                                "FULL_REFRESH")));
    }

    private static Map<String, Object> id(String table) {
        return object("Fn::Sub", "${AWS::StackName}-" + table);
    }

    /** {@code daily_metrics} is {@code DailyMetrics}. */
    private static String logicalId(String table) {
        return Arrays.stream(table.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}

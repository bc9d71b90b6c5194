package com.recipechatbot.analytics.serving.quicksight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.recipechatbot.analytics.deploy.ModelWalk;
import com.recipechatbot.analytics.deploy.StackTemplate;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Chart;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Kind;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.quicksight.model.CreateAnalysisRequest;
import software.amazon.awssdk.services.quicksight.model.CreateDashboardRequest;
import software.amazon.awssdk.services.quicksight.model.CreateDataSetRequest;
import software.amazon.awssdk.services.quicksight.model.CreateDataSourceRequest;
import software.amazon.awssdk.services.quicksight.model.CreateRefreshScheduleRequest;

/** Finds mistakes in the dashboard's template: nothing else checks it before QuickSight does. */
class DashboardTemplateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, SdkPojo> MODELS = Map.of(
            "AWS::QuickSight::DataSource", CreateDataSourceRequest.builder().build(),
            "AWS::QuickSight::DataSet", CreateDataSetRequest.builder().build(),
            "AWS::QuickSight::RefreshSchedule",
                    CreateRefreshScheduleRequest.builder().build(),
            "AWS::QuickSight::Analysis", CreateAnalysisRequest.builder().build(),
            "AWS::QuickSight::Dashboard", CreateDashboardRequest.builder().build());
    private static final Map<String, String> TYPES = Map.of(
            "DATE", "DATETIME",
            "TIMESTAMP", "DATETIME",
            "INT", "INTEGER",
            "BIGINT", "INTEGER",
            "DOUBLE", "DECIMAL",
            "STRING", "STRING",
            "BOOLEAN", "BIT");
    private static final Set<String> PSEUDO =
            Set.of("AWS::Partition", "AWS::Region", "AWS::AccountId", "AWS::StackName", "AWS::NoValue");
    /** The parameters that jobs/deploy takes from the outputs of emr/stack.yaml. */
    private static final Set<String> FROM_THE_STACK = Set.of("Database", "WorkGroup", "PublishedTables", "Zone");

    private final Dashboard dashboard = Dashboard.read();
    private final ObjectNode template;
    private final JsonNode definition;

    DashboardTemplateTest() throws IOException {
        template = (ObjectNode) JSON.readTree(DashboardTemplate.print());
        definition = template.at("/Resources/Dashboard/Properties/Definition");
    }

    @Test
    void everyResourceIsAcceptedByTheApi() {
        assertThat(faults(template)).isEmpty();
        assertThat(template.at("/Resources/Analysis/Properties/Definition")).isEqualTo(definition);
    }

    @ParameterizedTest
    @CsvSource({
        "/Resources/DailyMetrics/Properties, ImportMode, Spice, is none of [SPICE; DIRECT_QUERY]",
        "/Resources/DailyMetrics/Properties, Colour, red, is unknown",
        "/Resources/DailyMetrics/Properties, PhysicalTableMap, x, is no map",
        "/Resources/Dashboard/Properties/Definition/Sheets/0/Visuals/0/KPIVisual/Title, Visibility, seen, is none of"
                + " [HIDDEN; VISIBLE]",
        "/Resources/Dashboard/Properties/Definition/Sheets/0/Layouts/0/Configuration/GridLayout/Elements/0,"
                + " ColumnSpan, wide, is no number",
        "/Resources/Analysis/Properties/Definition/Options, WeekStart, Mon, is none of [SUNDAY; MONDAY; TUESDAY;"
                + " WEDNESDAY; THURSDAY; FRIDAY; SATURDAY]"
    })
    void whatTheApiDoesNotAcceptIsFound(String place, String name, String value, String fault) {
        ((ObjectNode) template.at(place)).put(name, value);

        assertThat(faults(template)).singleElement().asString().endsWith(name + " " + fault.replace(';', ','));
    }

    @Test
    void dataSetsHaveColumnsOfPublishedTablesWithTheirTypes() {
        dashboard.tables().keySet().forEach(name -> {
            TableContract table = MetricTable.named(name).orElseThrow().contract();
            assertThat(table.area()).as(name).isEqualTo("published");
            Map<String, String> declared = inputColumns(name);
            assertThat(declared).as(name).isNotEmpty();
            declared.forEach((column, type) -> {
                String ours = table.columns().stream()
                        .filter(found -> found.name().equals(column))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " has no column " + column))
                        .type();
                assertThat(type).as(name + "." + column).isEqualTo(TYPES.get(ours));
            });
        });
    }

    @Test
    void everyTableThatAnswersAQuestionIsShown() {
        Set<String> published = new TreeSet<>();
        for (MetricTable table : MetricTable.values()) {
            if (table.contract().area().equals("published")) {
                published.add(table.tableName());
            }
        }
        // weekly_recipes answers the same question by week.
        published.remove("daily_recipes");
        assertThat(dashboard.tables().keySet()).isEqualTo(published);
    }

    @Test
    void everyColumnAndFieldExistsAndIsUsed() {
        Map<String, Set<String>> used = new TreeMap<>();
        each(
                definition,
                "ColumnName",
                (column, name) -> used.computeIfAbsent(
                                column.get("DataSetIdentifier").asText(), table -> new TreeSet<>())
                        .add(name.asText()));
        Map<String, Set<String>> calculated = new TreeMap<>();
        definition.get("CalculatedFields").forEach(field -> {
            String table = field.get("DataSetIdentifier").asText();
            calculated
                    .computeIfAbsent(table, name -> new TreeSet<>())
                    .add(field.get("Name").asText());
            if (used.get(table).contains(field.get("Name").asText())) {
                used.get(table)
                        .addAll(Dashboard.columnsIn(field.get("Expression").asText()));
            }
        });
        assertThat(used.keySet()).isEqualTo(dashboard.tables().keySet());
        used.forEach((table, names) -> {
            Set<String> declared = new TreeSet<>(inputColumns(table).keySet());
            declared.addAll(calculated.get(table));
            assertThat(names).as(table).isEqualTo(declared);
        });
    }

    @Test
    void namesOfFieldsAreUniqueAndDifferFromColumns() {
        List<String> names = definition.get("CalculatedFields").findValuesAsText("Name");
        assertThat(names).doesNotHaveDuplicates();
        dashboard
                .tables()
                .keySet()
                .forEach(table -> assertThat(names)
                        .doesNotContainAnyElementsOf(inputColumns(table).keySet()));
    }

    @Test
    void aVisualUsesFieldsOfOneDataSetOnly() {
        List<String> all = new ArrayList<>();
        visuals().forEach(visual -> {
            List<String> inWells = visual.findValue("FieldWells").findValuesAsText("FieldId");
            all.addAll(inWells);
            assertThat(visual.findValuesAsText("FieldId")).allMatch(inWells::contains);
            assertThat(new HashSet<>(visual.findValuesAsText("DataSetIdentifier")))
                    .hasSize(1);
        });
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void everyVisualAndControlHasAPlaceOnItsSheet() {
        assertThat(definition.findValuesAsText("VisualId"))
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates();
        assertThat(definition.findValuesAsText("SheetId").stream().distinct()).hasSameSizeAs(definition.get("Sheets"));
        definition.get("Sheets").forEach(sheet -> {
            assertThat(sheet.get("Layouts").findValuesAsText("ElementId"))
                    .isEqualTo(sheet.get("Visuals").findValuesAsText("VisualId"));
            assertThat(sheet.get("SheetControlLayouts").findValuesAsText("ElementId"))
                    .isEqualTo(sheet.get("ParameterControls").findValuesAsText("ParameterControlId"));
        });
        assertThat(definition.findValuesAsText("ParameterControlId")).doesNotHaveDuplicates();
    }

    @Test
    void filtersReferToExistingVisuals() {
        List<JsonNode> groups = new ArrayList<>();
        definition.get("FilterGroups").forEach(groups::add);
        assertThat(groups).extracting(group -> group.get("FilterGroupId")).doesNotHaveDuplicates();
        assertThat(definition.findValuesAsText("FilterId")).doesNotHaveDuplicates();
        for (JsonNode group : groups) {
            // Filters within one group would be alternatives.
            assertThat(group.get("Filters")).hasSize(1);
            JsonNode scope = group.findValue("SheetVisualScopingConfigurations").get(0);
            String visualId = scope.get("VisualIds").get(0).asText();
            JsonNode sheet = byId(
                    definition.get("Sheets"), "SheetId", scope.get("SheetId").asText());
            assertThat(sheet.get("Visuals").findValuesAsText("VisualId")).contains(visualId);
            assertThat(group.findValue("DataSetIdentifier"))
                    .isEqualTo(visuals()
                            .filter(visual ->
                                    visual.findValue("VisualId").asText().equals(visualId))
                            .findFirst()
                            .orElseThrow()
                            .findValue("DataSetIdentifier"));
        }
    }

    @Test
    void parametersAndIdsAreAcceptedByQuickSight() {
        List<String> declared = definition.get("ParameterDeclarations").findValuesAsText("Name");
        Set<String> used = new HashSet<>(definition.findValuesAsText("SourceParameterName"));
        used.addAll(definition.get("FilterGroups").findValuesAsText("Parameter"));
        assertThat(declared).containsExactlyElementsOf(used);
        Stream.of("SheetId", "VisualId", "FilterGroupId", "FilterId", "ParameterControlId", "ElementId")
                .flatMap(name -> definition.findValuesAsText(name).stream())
                .forEach(id -> assertThat(id).matches("[\\w\\-]{1,512}"));
    }

    @Test
    void everyReferenceIsResolved() {
        Set<String> names = new TreeSet<>(template.findValuesAsText("Ref"));
        template.findValuesAsText("Fn::Sub").forEach(text -> names.addAll(StackTemplate.referencesIn(text)));
        Set<String> parameters = fieldNames(template.get("Parameters"));
        assertThat(names)
                .containsAll(parameters.stream()
                        .filter(name -> !name.equals("Readers"))
                        .toList());
        names.removeAll(PSEUDO);
        assertThat(parameters).containsAll(names);
        template.findValues("Fn::GetAtt").forEach(reference -> {
            assertThat(template.get("Resources").has(reference.get(0).asText()))
                    .as(reference.toString())
                    .isTrue();
            assertThat(reference.get(1).asText()).isEqualTo("Arn");
        });
        template.findValuesAsText("DependsOn")
                .forEach(name -> assertThat(template.get("Resources").has(name)).isTrue());
        definition
                .get("DataSetIdentifierDeclarations")
                .forEach(declaration -> assertThat(template.at("/Resources/"
                                        + declaration
                                                .findValue("Fn::GetAtt")
                                                .get(0)
                                                .asText() + "/Properties/PhysicalTableMap")
                                .findValue("Name")
                                .asText())
                        .isEqualTo(declaration.get("Identifier").asText()));
    }

    @Test
    void whatItTakesFromTheStackExists() throws IOException {
        Set<String> parameters = fieldNames(template.get("Parameters"));
        parameters.removeAll(Set.of("Principal", "Readers", "PermissionsBoundary", "RolePath", "LakeFormation"));
        assertThat(parameters).isEqualTo(FROM_THE_STACK);
        StackTemplate stack = StackTemplate.read(Path.of("emr/stack.yaml"));
        assertThat(stack.section("Outputs").keySet()).containsAll(FROM_THE_STACK);
        assertThat(stack.resource("PublishedTables")).containsEntry("Type", "AWS::IAM::ManagedPolicy");
        String loop = Files.readString(Path.of("jobs/deploy"))
                .lines()
                .filter(line -> line.strip().startsWith("for name in "))
                .findFirst()
                .orElseThrow();
        assertThat(loop.strip().replaceAll("^for name in |; do$", "").split(" "))
                .containsExactlyInAnyOrderElementsOf(FROM_THE_STACK);
    }

    /** The policy of the stack has what the console of Athena needs, which is what QuickSight needs. */
    @Test
    void theRoleReadsOnlyWithThePolicyOfTheStack() {
        JsonNode role = template.at("/Resources/Role/Properties");
        assertThat(role.path("ManagedPolicyArns")).hasToString("[{\"Ref\":\"PublishedTables\"}]");
        assertThat(role.has("Policies")).isFalse();
    }

    /** In an account where Lake Formation governs the catalog, a policy alone lets nobody read. */
    @Test
    void theRoleIsGrantedTheDatabaseWhereLakeFormationGovernsIt() {
        assertThat(template.at("/Parameters/LakeFormation/Default").asText()).isEqualTo("false");
        for (String grant : List.of("DatabaseGrant", "TablesGrant")) {
            JsonNode resource = template.at("/Resources/" + grant);
            assertThat(resource.path("Condition").asText()).isEqualTo("GrantsInLakeFormation");
            assertThat(resource.at("/Properties/Principal").toString()).contains("[\"Role\",\"Arn\"]");
        }
    }

    @Test
    void theAddressIsThatOfThePartition() {
        assertThat(template.at("/Outputs/Dashboard").toString())
                .contains("quicksight.aws.amazon.com", "quicksight.amazonaws.cn", "quicksight.amazonaws-us-gov.com");
    }

    @Test
    void aRowOfChartsFillsTheWidth() {
        definition.get("Sheets").forEach(sheet -> {
            Map<Integer, Integer> widths = new TreeMap<>();
            Map<Integer, Set<Integer>> heights = new TreeMap<>();
            sheet.at("/Layouts/0/Configuration/GridLayout/Elements").forEach(element -> {
                int row = element.get("RowIndex").asInt();
                assertThat(element.get("ColumnIndex").asInt()).isEqualTo(widths.getOrDefault(row, 0));
                widths.merge(row, element.get("ColumnSpan").asInt(), Integer::sum);
                heights.computeIfAbsent(row, at -> new TreeSet<>())
                        .add(element.get("RowSpan").asInt());
            });
            assertThat(widths.values()).as(sheet.get("Name").asText()).allMatch(width -> width == 36);
            assertThat(heights.values()).allMatch(one -> one.size() == 1);
        });
    }

    /** Users of two days do not add up, so such a number is only shown for single rows of its table. */
    @Test
    void nonAdditiveNumbersAreNotAddedUp() {
        Pattern aggregated = Pattern.compile("\\b(?:sum|min|max|avg)\\(\\{(\\w+)}\\)");
        dashboard.charts().forEach(chart -> {
            TableContract table = TableContract.read(chart.table());
            chart.values().forEach(value -> {
                String expression = dashboard
                        .tables()
                        .get(chart.table())
                        .fields()
                        .get(value)
                        .is();
                boolean addsUp = aggregated
                        .matcher(expression)
                        .results()
                        .noneMatch(column -> comment(table, column.group(1)).contains("Not additive"));
                assertThat(addsUp || isOneRow(chart, table))
                        .as(chart.id() + ": " + value)
                        .isTrue();
            });
        });
    }

    @Test
    void theOriginalDocumentsVisualsAndFieldsExist() {
        assertThat(charts("daily_metrics", Kind.LINE)).contains(List.of("Daily users"), List.of("Average length"));
        assertThat(charts("weekly_recipes", Kind.BARS)).contains(List.of("Conversations with the dish"));
        assertThat(charts("daily_categories", Kind.PIE)).contains(List.of("Times named"));
        assertThat(dashboard.charts().filter(chart -> chart.id().equals("top-dishes")))
                .singleElement()
                .matches(chart -> chart.top() == 10 && chart.rows() == Dashboard.Rows.NEWEST);
        assertThat(dashboard.tables().get("weekly_metrics").fields()).containsKey("Week-over-week growth");
        assertThat(dashboard.tables().get("daily_metrics").fields()).containsKey("Completion estimate");
    }

    @Test
    void dishesThatMayNotBeNamedAreNotShownAsADish() {
        assertThat(dashboard
                        .charts()
                        .filter(chart -> chart.table().equals("weekly_recipes")
                                || "recipe".equals(chart.only().get("dimension"))))
                .hasSize(4)
                .allMatch(chart -> chart.without().containsValue("(other)"));
    }

    @Test
    void titlesAndAxesAreReadable() {
        dashboard.charts().forEach(chart -> {
            assertThat(chart.title()).as(chart.id()).hasSizeBetween(10, 80).doesNotContain("_");
            boolean hasAxis =
                    !Set.of(Kind.KPI, Kind.TABLE, Kind.PIE, Kind.HEATMAP).contains(chart.kind());
            assertThat(chart.axis() != null)
                    .as(chart.id())
                    .isEqualTo(hasAxis && chart.values().size() > 1);
            assertThat(chart.values()).as(chart.id()).isNotEmpty();
        });
    }

    @Test
    void itFitsIntoATemplate() {
        assertThat(DashboardTemplate.print().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        assertThat(DashboardTemplate.print()).isEqualTo(DashboardTemplate.print());
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "kinds"})
    void aWrongNameInTheFileIsReportedWithItsLine(String name) {
        assertThatThrownBy(() -> Dashboard.parse("{\n\"sheets\": [],\n\"" + name + "\": 1}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot read emr/quicksight/dashboard.json")
                .hasMessageContaining("\"" + name + "\"")
                .hasMessageContaining("line: 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "table": "daily_tool", "by": "tool", "values": ["Calls"] | "tables" does not contain daily_tool; add it, with its age.
        "table": "daily_tools", "by": "tools", "values": ["Calls"] | 'tools' is neither a column nor a field of daily_tools.
        "table": "daily_tools", "by": "tool", "values": ["calls"] | 'calls' is not a numeric field of daily_tools.
        "table": "daily_tools", "values": ["Calls"] | it needs "by".
        """)
    void aChartThatCannotBeDrawnIsReported(String chart, String cause) {
        assertThatThrownBy(() -> Dashboard.parse("""
            {"tables": {"daily_tools": {"age": "{day}", "fields": {"Calls": {"is": "sum({calls})", "format": "count"}}}},
             "sheets": [{"id": "s", "name": "S", "question": "?", "charts": [
               {"id": "c", "kind": "bars", "title": "t", "width": 36, "height": 9, %s}]}]}
            """.formatted(chart)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot draw 'c' of emr/quicksight/dashboard.json: " + cause);
    }

    @Test
    void theExampleOnThePageCanBeDrawn() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/deploy.md"));
        String chart = page.substring(page.indexOf("    {\"id\": "), page.indexOf("The comment in the file says"));
        ObjectNode shown = (ObjectNode) Dashboard.MAPPER.readTree(TableContract.resource("/quicksight/dashboard.json"));
        ((ArrayNode) shown.at("/sheets/0/charts")).add(JSON.readTree(chart));

        ObjectNode more = DashboardTemplate.of(Dashboard.parse(shown.toString()));

        assertThat(faults(more)).isEmpty();
        assertThat(more.findValuesAsText("VisualId"))
                .contains(JSON.readTree(chart).get("id").asText());
    }

    @Test
    void cfnLintFindsNothingIfItIsInstalled(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("quicksight.json"), DashboardTemplate.print());
        Process process;
        try {
            process = new ProcessBuilder("cfn-lint", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException(
                    "cfn-lint is not installed here, so the template was not checked with it", e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private List<List<String>> charts(String table, Kind kind) {
        return dashboard
                .charts()
                .filter(chart -> chart.table().equals(table) && chart.kind() == kind)
                .map(Chart::values)
                .toList();
    }

    private static boolean isOneRow(Chart chart, TableContract table) {
        Set<String> fixed = new HashSet<>(chart.only().keySet());
        fixed.addAll(chart.names().toList());
        if (fixed.contains("recipe_name")) {
            fixed.add("recipe_key");
        }
        boolean isWhole = chart.every() == Dashboard.Granularity.DAY
                || (chart.every() == Dashboard.Granularity.MONTH && table.key().contains("month_start"));
        return table.key().stream().allMatch(column -> {
            boolean isDate = column.matches("day|\\w+_start|cohort_\\w+");
            return (isDate && chart.rows() == Dashboard.Rows.NEWEST)
                    || (fixed.contains(column) && (!isDate || isWhole));
        });
    }

    private static String comment(TableContract table, String column) {
        return table.columns().stream()
                .filter(found -> found.name().equals(column))
                .findFirst()
                .orElseThrow()
                .comment();
    }

    private static List<String> faults(ObjectNode template) {
        List<String> faults = new ArrayList<>();
        template.get("Resources").properties().forEach(resource -> {
            SdkPojo model = MODELS.get(resource.getValue().get("Type").asText());
            if (model != null) {
                ModelWalk.faultsInPascalCase(plain(resource.getValue().get("Properties")), model)
                        .forEach(fault -> faults.add(resource.getKey() + fault));
            }
        });
        return faults;
    }

    /** With CloudFormation's functions replaced by the text that they return. */
    private static JsonNode plain(JsonNode json) {
        if (json.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            json.forEach(element -> array.add(plain(element)));
            return array;
        }
        if (!json.isObject()) {
            return json;
        }
        if (json.has("Fn::If")) {
            return plain(json.get("Fn::If").get(1));
        }
        if (json.has("Ref") || json.has("Fn::Sub") || json.has("Fn::GetAtt")) {
            return TextNode.valueOf(json.toString());
        }
        ObjectNode object = JSON.createObjectNode();
        // The only name that CloudFormation spells differently from the API.
        json.properties()
                .forEach(entry -> object.set(
                        entry.getKey().equals("TimeZone") ? "Timezone" : entry.getKey(), plain(entry.getValue())));
        return object;
    }

    private Map<String, String> inputColumns(String table) {
        Map<String, String> columns = new TreeMap<>();
        template.get("Resources").forEach(resource -> {
            JsonNode relational = resource.findValue("RelationalTable");
            if (relational != null && relational.get("Name").asText().equals(table)) {
                relational
                        .get("InputColumns")
                        .forEach(column -> columns.put(
                                column.get("Name").asText(), column.get("Type").asText()));
            }
        });
        return columns;
    }

    private Stream<JsonNode> visuals() {
        List<JsonNode> visuals = new ArrayList<>();
        definition.get("Sheets").forEach(sheet -> sheet.get("Visuals").forEach(visuals::add));
        return visuals.stream();
    }

    private static JsonNode byId(JsonNode array, String name, String id) {
        for (JsonNode element : array) {
            if (element.get(name).asText().equals(id)) {
                return element;
            }
        }
        throw new AssertionError("no " + name + " " + id);
    }

    private static void each(JsonNode json, String name, BiConsumer<JsonNode, JsonNode> visitor) {
        if (json.has(name)) {
            visitor.accept(json, json.get(name));
        }
        json.forEach(below -> each(below, name, visitor));
    }

    private static Set<String> fieldNames(JsonNode json) {
        Set<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

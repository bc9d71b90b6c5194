package com.recipechatbot.analytics.serving.report;

import com.recipechatbot.analytics.tables.TableContract;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report for stakeholders: one HTML page that contains its data, its script, its styles and ECharts, and that
 * fetches nothing. It shows published rows; from the restricted tables, it shows only counts of runs, of restated days
 * and of rejected records by reason.
 */
public final class HtmlReport {

    /** The tables that the report is made from, by their names in the lake; any of them may be missing. */
    public static final List<String> TABLES = List.of(
            "daily_metrics",
            "hourly_usage",
            "daily_categories",
            "daily_tools",
            "daily_models",
            "weekly_metrics",
            "weekly_recipes",
            "weekly_features",
            "monthly_metrics",
            "weekly_retention",
            "pipeline_runs",
            "rejected_records",
            "restatements");

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private HtmlReport() {}

    /**
     * Creates the page.
     *
     * @param tables rows by table name, one of {@link #TABLES}
     * @param zone the time zone of the lake's days
     * @param minUsers of how many users a group is shown
     * @param madeAt when the rows were read
     */
    public static String page(
            Map<String, TableRows> tables, ZoneId zone, int minUsers, Instant madeAt, Targets targets) {
        String data = PageData.of(PublishedTables.of(tables, minUsers), charts(), zone, madeAt, targets)
                .toString();
        String library = script(TableContract.resource(ECHARTS));
        String script = script(TableContract.resource("/report/report.js"));
        Map<String, String> parts = Map.of(
                // JSON strings may escape "<" like this; then no text from a table can end the element.
                "data", data.replace("<", "\\u003c"),
                "style", TableContract.resource("/report/report.css"),
                "echarts", library,
                "script", script,
                "policy", policy(library, script));
        return fill(TableContract.resource("/report/page.html"), parts);
    }

    static List<Chart> charts() {
        List<Chart> charts = new ArrayList<>(List.of(
                new ActiveUsersChart(),
                new UserFlowChart(),
                new MonthsChart(),
                new ConversationLengthChart(),
                new FeaturesChart(),
                new TopRecipesChart(),
                new MoversChart(),
                new FailingDishesChart()));
        charts.addAll(List.of(CategoryChart.values()));
        charts.addAll(List.of(
                new PeakHoursChart(),
                new RetentionChart(),
                new CompletionChart(),
                new SatisfactionChart(),
                new ToolsChart(),
                new ModelsChart(),
                new PublishedDaysChart(),
                new RecordsChart()));
        return charts;
    }

    /** A browser that enforces this loads nothing and runs no other script, whatever a table contains. */
    private static String policy(String... scripts) {
        StringBuilder policy =
                new StringBuilder("default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src");
        for (String script : scripts) {
            policy.append(" 'sha256-").append(sha256(script)).append('\'');
        }
        return policy.toString();
    }

    /** Escapes a script so that it can be placed inside an HTML element. */
    private static String script(String source) {
        return source.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "Cannot hash a script: this JDK lacks SHA-256, which every JDK should have. Use another JDK.", e);
        }
    }

    private static String fill(String template, Map<String, String> parts) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }
}

package com.recipechatbot.analytics.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final Instant MADE_AT = Instant.parse("2025-02-03T06:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    @Test
    void thePageOfTwoYearsStaysUnderFiveMegabytes() {
        String page = page(SampleTables.of(MONDAY.minusYears(2), 731));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(1_000_000, 5_000_000);
    }

    @Test
    void thePageFetchesNothingAndRunsOnlyItsOwnScripts() throws NoSuchAlgorithmException {
        String page = page(SampleTables.of(MONDAY, 28));
        List<String> scripts = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(script -> script.group(1))
                .toList();

        assertThat(scripts).hasSize(2);
        for (String script : scripts) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat(page).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        String markup = page.replaceAll("(?s)<script.*?</script>", "");
        assertThat(markup)
                .contains("content=\"default-src 'none'; ")
                .doesNotContain("src=", "http:", "https:", "url(", "@import");
        assertThat(scripts.get(0))
                .contains("Licensed to the Apache Software Foundation (ASF)", "Copyright (c) Microsoft Corporation.");
    }

    @Test
    void aDishThatIsMarkupStaysText() throws JsonProcessingException {
        String hostile = "</script><script>alert(1)</script><!--";
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 7));
        tables.put("weekly_recipes", recipes(recipe(MONDAY, "soup", hostile, 5, 5)));

        String page = page(tables);

        assertThat(page).doesNotContain("alert(1)</script>").doesNotContain("</script><script>alert");
        assertThat(data(page).toString()).contains(hostile);
    }

    @Test
    void dishesAreRankedOverTheWeeksAndOtherHasNoRank() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 14));
        tables.put(
                "weekly_recipes",
                recipes(
                        recipe(MONDAY, "soup", "Soup", 6, 5),
                        recipe(MONDAY, "stew", "Stew", 6, 6),
                        recipe(MONDAY, "(other)", "(other)", 20, 9),
                        recipe(MONDAY.plusDays(7), "soup", "soup", 8, 6)));

        JsonNode figures = chart(data(page(tables)), "top_recipes").get("figures");

        // 6 + 8 of 40; the newest spelling; in the first week alone, Stew has more users.
        assertThat(figures.at("/all/rows").toString())
                .isEqualTo("[[1,\"soup\",14,0.35,11,0],[2,\"Stew\",6,0.15,6,0],[null,\"(other)\",20,0.5,9,0]]");
        assertThat(figures.at("/all/reading").asText())
                .isEqualTo("soup is first with 14 conversations; these 2 make up 50 % of the total,"
                        + " and dishes with too few users to be named make up 50 % of the total.");
        assertThat(figures.at("/2025-W02/rows/0/1").asText()).isEqualTo("Stew");
    }

    @Test
    void aDayOrWeekThatIsNotPublishedIsNotShown() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 5));
        tables.remove("weekly_metrics");
        tables.put("weekly_recipes", recipes(recipe(MONDAY, "soup", "Soup", 5, 5)));
        tables.put(
                "daily_tools",
                new TableRows(
                        List.of("day", "tool", "conversations", "calls", "failures"),
                        List.of(Arrays.asList(MONDAY.plusDays(6), "web_search", 5L, 5L, 0L))));

        JsonNode data = data(page(tables));

        assertThat(reading(data, "top_recipes"))
                .isEqualTo("None of these weeks is published yet. Run weekly-metrics to publish them.");
        assertThat(reading(data, "tools"))
                .isEqualTo("No record in these weeks reports a tool: tool use is unknown, not 0 %.");
    }

    @Test
    void tilesCompareCompleteWeeksOnly() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 28));
        tables.put(
                "weekly_metrics",
                new TableRows(
                        List.of("week_start", "active_users", "conversations", "completion_rate", "is_complete"),
                        List.of(
                                Arrays.asList(MONDAY, 100L, 200L, 0.5, true),
                                Arrays.asList(MONDAY.plusDays(7), 112L, 150L, 0.425, true),
                                Arrays.asList(MONDAY.plusDays(14), 40L, 60L, null, false))));

        JsonNode tiles = data(page(tables)).get("tiles");

        assertThat(tiles.at("/all/heading").asText())
                .isEqualTo("2025-W03: 13 Jan to 19 Jan 2025, compared with the week before");
        assertThat(tile(tiles.get("all"), "Weekly active users")).isEqualTo("112 up 12 %");
        assertThat(tile(tiles.get("all"), "Conversations")).isEqualTo("150 down 25 %");
        assertThat(tile(tiles.get("all"), "Dishes that get made")).isEqualTo("43 % down 7.5 points");
        assertThat(tiles.at("/2025-W04/heading").asText())
                .isEqualTo("2025-W04: 20 Jan to 26 Jan 2025; not complete yet, so not compared");
        assertThat(tile(tiles.get("2025-W04"), "Weekly active users")).isEqualTo("40 null null");
        assertThat(tile(tiles.get("2025-W04"), "Dishes that get made")).isEqualTo("– null null");
        assertThat(tiles.at("/2025-W02/heading").asText())
                .isEqualTo("2025-W02: 6 Jan to 12 Jan 2025; the week before is not published");
    }

    @Test
    void theReasonsForARestatementNeverRevealAnErasure() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 7));
        tables.put(
                "daily_metrics",
                new TableRows(
                        List.of("day", "is_complete", "revision"),
                        List.of(
                                Arrays.asList(MONDAY, true, 2),
                                Arrays.asList(MONDAY.plusDays(1), true, 3),
                                Arrays.asList(MONDAY.plusDays(3), false, 1))));
        tables.put(
                "restatements",
                new TableRows(
                        List.of("day", "why"),
                        List.of(
                                Arrays.asList(MONDAY, "erased"),
                                Arrays.asList(MONDAY, "late"),
                                Arrays.asList(MONDAY.plusDays(1), "new_extractor"))));

        String page = page(tables);

        assertThat(page).doesNotContain("erased");
        assertThat(chart(data(page), "published_days")
                        .get("figures")
                        .get("2025-W02")
                        .toString())
                .isEqualTo("{\"reading\":\"3 days are published, 1 still open: their figures may grow;"
                        + " 1 day in between is missing; 2 changed after first being published (more records arrived, or the"
                        + " day became complete: 1;"
                        + " newer extraction rules: 1).\",\"rows\":[[\"2025-01-06\",0,2,1]]}");
    }

    @Test
    void rejectedRecordsAreCountedByReason() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 7));
        String without =
                chart(data(page(tables)), "records").at("/figures/all/reading").asText();
        tables.put(
                "rejected_records",
                new TableRows(
                        List.of("reason", "file", "record_key"),
                        List.of(
                                Arrays.asList("not_json", "a-file", "r_a"),
                                Arrays.asList("unknown_role", "a-file", "r_b"),
                                Arrays.asList("bad_timestamp", "a-file", "r_c"),
                                Arrays.asList("unknown_role", "a-file", "r_d"))));

        String page = page(tables);

        assertThat(chart(data(page), "records").at("/figures/all/reading").asText())
                .isEqualTo(
                        without + " Currently rejected, over all days: 2 unknown role, 1 bad timestamp, 1 not json.");
        assertThat(page).doesNotContain("a-file", "r_a");
    }

    @Test
    void emptyAndYoungLakesSayWhatIsMissing() throws JsonProcessingException {
        JsonNode empty = data(page(Map.of()));
        JsonNode oneDay = data(page(SampleTables.of(MONDAY, 1)));

        assertThat(empty.get("periods")).isEmpty();
        assertThat(oneDay.get("firstPeriod").asText()).isEqualTo("all");
        assertThat(oneDay.at("/tiles/all/tiles/0/note").asText()).isEqualTo("every published day is still open");
        assertThat(chart(oneDay, "retention").at("/figures/all/reading").asText())
                .isEqualTo("No complete week has followed the first week of a cohort of 5 users yet.");
        assertThat(chart(oneDay, "tools").at("/figures/all/reading").asText())
                .isEqualTo("No record in these weeks reports a tool: tool use is unknown, not 0 %.");
        assertThat(chart(oneDay, "active_users").at("/figures/all/rows")).hasSize(1);
    }

    @Test
    void aLongReportOpensAtTheLastQuarterAndOffersEveryWeek() throws JsonProcessingException {
        JsonNode data = data(page(SampleTables.of(MONDAY, 7 * 30)));

        assertThat(data.get("firstPeriod").asText()).isEqualTo("last-13");
        assertThat(data.get("periods").findValuesAsText("id"))
                .startsWith("all", "last-4", "last-13", "last-26", "2025-W31", "2025-W30")
                .endsWith("2025-W03", "2025-W02")
                .hasSize(4 + 30);
    }

    @Test
    void aMeanOfSevenDaysNeedsAllSeven() throws JsonProcessingException {
        TableRows days = new TableRows(
                List.of("day", "active_users", "is_complete"),
                List.of(1, 2, 3, 4, 5, 6, 7, 9).stream()
                        .map(day -> Arrays.<Object>asList(MONDAY.plusDays(day - 1L), 10L * day, true))
                        .toList());

        JsonNode rows =
                chart(data(page(Map.of("daily_metrics", days))), "active_users").at("/figures/all/rows");

        assertThat(rows).hasSize(8);
        assertThat(rows.get(5).get(2).isNull()).isTrue();
        assertThat(rows.get(6).get(2).asDouble()).isEqualTo(40);
        assertThat(rows.get(7).get(2).isNull()).isTrue();
    }

    @Test
    void aMeanOfSevenDaysLeavesOutOpenDaysAndDaysWithoutRecords() throws JsonProcessingException {
        TableRows days = new TableRows(
                List.of("day", "active_users", "messages", "is_complete"),
                IntStream.rangeClosed(1, 16)
                        .mapToObj(day -> Arrays.<Object>asList(
                                MONDAY.plusDays(day - 1L), day == 8 ? 0L : 10L, day == 8 ? 0L : 30L, day < 16))
                        .toList());

        JsonNode figure =
                chart(data(page(Map.of("daily_metrics", days))), "active_users").at("/figures/all");

        // Day 8 has no records, day 16 is open: only the windows that end on days 7 and 15 are whole.
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            if (!figure.at("/rows").get(i).get(2).isNull()) {
                known.add(i + 1);
                assertThat(figure.at("/rows").get(i).get(2).asDouble()).isEqualTo(10);
            }
        }
        assertThat(known).containsExactly(7, 15);
        assertThat(figure.at("/rows").get(7).get(5).asText()).isEqualTo("no records");
        assertThat(figure.at("/rows").get(15).get(5).asText()).isEqualTo("open");
        assertThat(figure.at("/reading").asText())
                .isEqualTo("10.0 users on an average complete day; the busiest day was Mon 6 Jan 2025 with 10.");
    }

    @Test
    void aReaderIsWarnedOfOldDataRejectedRecordsAndChecksOfTheNewestRun() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 7));
        tables.put(
                "pipeline_runs",
                new TableRows(
                        List.of("day_from", "day_to", "rows_read", "rows_rejected", "started_at", "findings"),
                        List.of(
                                run(1, 50L, finding("fail", "hours add up to the day")),
                                run(2, 0L, finding("warn", "about as many users as before")))));
        tables.put(
                "restatements",
                new TableRows(
                        List.of("day", "why"),
                        List.of(Arrays.asList(MONDAY, "late"), Arrays.asList(MONDAY.plusDays(1), "erased"))));

        JsonNode data = data(page(tables));

        // Complete up to Saturday 11 January, created on 3 February; 50 of 2 times 1,000 records.
        assertThat(data.at("/warnings/all").toString())
                .isEqualTo("[\"The data is 23 days old: the newest complete day is Sat 11 Jan 2025.\","
                        + "\"2.5 % of the records read could not be used: see Records that were read.\","
                        + "\"Tue 7 Jan 2025: violated: about as many users as before\"]");
        assertThat(data.get("marks").toString())
                .isEqualTo("{\"2025-01-06\":[\"changed after it was first published: more records arrived, or it became"
                        + " complete\"],\"2025-01-07\":[\"violated: about as many users as before\"]}");
    }

    @Test
    void aChangeOfTheExtractionRulesIsMarkedWhereItsWeekIsCompared() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 22));
        tables.put("daily_metrics", with(tables.get("daily_metrics"), "extractor_version", row -> {
            LocalDate day =
                    (LocalDate) row.get(tables.get("daily_metrics").columns().indexOf("day"));
            return day.isBefore(MONDAY.plusDays(16)) ? "3" : "4";
        }));
        tables.put(
                "weekly_recipes",
                recipes(
                        recipe(MONDAY, "soup", "Soup", 5, 5),
                        recipe(MONDAY.plusDays(7), "soup", "Soup", 6, 5),
                        recipe(MONDAY.plusDays(14), "soup", "Soup", 8, 6)));

        JsonNode data = data(page(tables));

        assertThat(data.at("/marks/2025-01-22").toString())
                .isEqualTo(
                        "[\"other extraction rules from this day on: dishes and outcomes of earlier days compare only roughly\"]");
        assertThat(chart(data, "movers").at("/figures/2025-W04/reading").asText())
                .endsWith("Extraction rules changed in these weeks: the numbers compare only roughly.");
        assertThat(chart(data, "movers").at("/figures/2025-W03/reading").asText())
                .endsWith("compared with the week before.");
    }

    @Test
    void aDishFailsByWhatItsConversationsTell() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 8));
        tables.put(
                "weekly_recipes",
                new TableRows(
                        List.of(
                                "week_start",
                                "recipe_key",
                                "recipe_name",
                                "conversations",
                                "completed",
                                "not_completed",
                                "problems"),
                        List.of(
                                Arrays.asList(MONDAY, "soup", "Soup", 9L, 5L, 1L, 2L),
                                Arrays.asList(MONDAY, "stew", "Stew", 20L, 5L, 6L, 7L),
                                Arrays.asList(MONDAY, "cake", "Cake", 30L, 30L, 0L, 0L),
                                Arrays.asList(MONDAY, "rice", "Rice", 40L, null, null, null),
                                Arrays.asList(MONDAY, "(other)", "(other)", 50L, null, null, null))));

        JsonNode figure = chart(data(page(tables)), "failing_dishes").at("/figures/all");

        assertThat(figure.get("rows").toString()).isEqualTo("[[\"Stew\",13,6,7,5,20],[\"Soup\",3,1,2,5,9]]");
        assertThat(figure.get("reading").asText())
                .isEqualTo(
                        "Stew failed most often, of the 3 dishes whose outcomes can be shown in the week of 6 Jan 2025:"
                                + " of its 20 conversations, 6 were not completed and 7 had a problem.");
    }

    private static TableRows with(TableRows table, String column, Function<List<Object>, Object> value) {
        return new TableRows(
                Stream.concat(table.columns().stream(), Stream.of(column)).toList(),
                table.rows().stream()
                        .map(row -> Stream.concat(row.stream(), Stream.of(value.apply(row)))
                                .collect(Collectors.toList()))
                        .toList());
    }

    private static List<Object> run(int hour, long rejected, Map<String, Object> finding) {
        return Arrays.asList(
                MONDAY, MONDAY.plusDays(6), 1000L, rejected, MADE_AT.plusSeconds(3600L * hour), List.of(finding));
    }

    private static Map<String, Object> finding(String severity, String sentence) {
        return Map.of("severity", severity, "sentence", sentence, "period", MONDAY.plusDays(1), "row", "{}");
    }

    @Test
    void theSentencesAreTrueWhenNothingOrOnlyOtherIsKnown() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 7));
        long pairs = PublishedTables.of(tables, 5).days().values().stream()
                .mapToLong(day -> day.count("recipe_pairs"))
                .sum();
        tables.put(
                "daily_categories",
                new TableRows(
                        List.of("day", "dimension", "category", "pairs"),
                        List.of(
                                Arrays.asList(MONDAY, "course", "(other)", pairs),
                                Arrays.asList(MONDAY, "cuisine", "unknown", pairs))));
        tables.put(
                "daily_tools",
                new TableRows(
                        List.of("day", "tool", "conversations", "calls", "failures"),
                        List.of(Arrays.asList(MONDAY, "(other)", 5L, 5L, 0L))));
        tables.put(
                "daily_models",
                new TableRows(
                        List.of("day", "model", "responses", "failures"),
                        List.of(Arrays.asList(MONDAY, "(other)", 5L, 0L))));

        JsonNode data = data(page(tables));

        assertThat(reading(data, "models")).isEqualTo("No model has enough users to be named.");
        assertThat(reading(data, "course"))
                .isEqualTo("No course can be shown; 100 % are in kinds that too few users asked for to be shown.");
        assertThat(reading(data, "cuisine"))
                .isEqualTo("No cuisine can be shown; the names of 100 % do not reveal the cuisine.");
        assertThat(reading(data, "diet")).isEqualTo("No dish in these weeks has a known diet.");
        assertThat(reading(data, "tools")).isEqualTo("No tool has enough users to be named.");
    }

    @Test
    void whatModelsCostAndHowFastTheyAre() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 7));
        tables.put(
                "daily_models",
                new TableRows(
                        List.of(
                                "day",
                                "model",
                                "responses",
                                "conversations",
                                "completed",
                                "cost_usd",
                                "latency_p50_ms",
                                "latency_p90_ms",
                                "failures"),
                        List.of(
                                Arrays.asList(MONDAY, "gpt-4o", 6L, 2L, 1L, 0.5, 100.0, 300.0, 0L),
                                Arrays.asList(MONDAY, "(other)", 1L, 1L, 0L, null, null, null, 0L),
                                // A day without a cost does not make conversations cheaper.
                                Arrays.asList(MONDAY.plusDays(1), "gpt-4o", 3L, 3L, 3L, null, 200.0, 400.0, 3L))));

        JsonNode data = data(page(tables));

        assertThat(reading(data, "models"))
                .isEqualTo(
                        "Most answers: gpt-4o, 90 % of those whose record names a model; 33 % of its answers failed, and the cost per 1,000 conversations was $250.0.");
        assertThat(chart(data, "models").at("/figures/all/rows").toString())
                .isEqualTo(
                        "[[\"gpt-4o\",9,0.3333,150.0,350.0,0.5,250.0,500.0],[\"(other)\",1,0.0,null,null,null,null,null]]");
        tables.remove("daily_models");
        assertThat(reading(data(page(tables)), "models"))
                .isEqualTo("No record in these weeks names a model: model use is unknown, not 0.");
    }

    @Test
    void dishesOfTwoCompleteWeeksAreComparedWhereBothNameThem() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 15));
        tables.put(
                "weekly_recipes",
                recipes(
                        recipe(MONDAY, "soup", "Soup", 6, 5),
                        recipe(MONDAY, "stew", "Stew", 9, 6),
                        recipe(MONDAY, "cake", "Cake", 7, 6),
                        recipe(MONDAY, "(other)", "(other)", 20, 9),
                        recipe(MONDAY.plusDays(7), "soup", "soup", 8, 6),
                        recipe(MONDAY.plusDays(7), "stew", "Stew", 5, 5),
                        recipe(MONDAY.plusDays(7), "cake", "Cake", 7, 6),
                        recipe(MONDAY.plusDays(7), "rice", "Rice", 30, 6),
                        recipe(MONDAY.plusDays(7), "(other)", "(other)", 1, 1)));

        JsonNode figure = chart(data(page(tables)), "movers").at("/figures/all");

        assertThat(figure.get("rows").toString()).isEqualTo("[[\"soup\",2,8,6],[\"Stew\",-4,5,9]]");
        assertThat(figure.get("reading").asText())
                .isEqualTo(
                        "soup rose most and Stew fell most in the week of 13 Jan 2025, compared with the week before.");
    }

    @Test
    void aCohortOfTooFewUsersIsNotShown() throws JsonProcessingException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 15));
        tables.put(
                "weekly_retention",
                new TableRows(
                        List.of("cohort_week", "weeks_since", "users", "cohort_users", "share"),
                        List.of(
                                Arrays.asList(MONDAY, 1L, 4L, 4L, 1.0),
                                Arrays.asList(MONDAY.plusDays(7), 1L, 1L, 5L, 0.2))));

        assertThat(chart(data(page(tables)), "retention")
                        .at("/figures/all/rows")
                        .toString())
                .isEqualTo("[[\"2025-01-13\",1,0.2,1,5,false]]");
    }

    @Test
    void aTargetIsDrawnInTheChartOfItsMetricOnly() throws JsonProcessingException {
        Targets targets = Targets.of(List.of("active_users = 200", "completion_rate=60%"));

        JsonNode data = data(HtmlReport.page(SampleTables.of(MONDAY, 28), ZoneId.of("UTC"), 5, MADE_AT, targets));

        Map<String, Double> drawn = new HashMap<>();
        data.path("charts").forEach(chart -> {
            if (chart.has("target")) {
                drawn.put(chart.path("id").asText(), chart.path("target").asDouble());
            }
        });
        assertThat(drawn).isEqualTo(Map.of("active_users", 200.0, "completion", 0.6));
    }

    @Test
    void aTargetThatCannotBeDrawnIsRefusedWithWhatCan() {
        assertThatThrownBy(() -> Targets.of(List.of("activ_users=200")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot draw a target for 'activ_users': targets are for active_users, avg_conversation_length, completion_rate, satisfaction_index.");
        for (String entry :
                List.of("active_users", "active_users=", "active_users=many", "active_users=-1", "active_users=NaN")) {
            assertThatThrownBy(() -> Targets.of(List.of(entry)))
                    .as(entry)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "Cannot draw the target of active_users: it is not a number such as 200, 0.6 or 60%. Write active_users=200.");
        }
    }

    @Test
    void noRestrictedColumnAboutAPersonIsUsed() {
        String page = page(SampleTables.of(MONDAY, 28));

        assertThat(page).doesNotContain("run_id", "source_id", "_key\",", "started_at");
    }

    private static String page(Map<String, TableRows> tables) {
        return HtmlReport.page(tables, ZoneId.of("UTC"), 5, MADE_AT, Targets.NONE);
    }

    private static JsonNode data(String page) throws JsonProcessingException {
        MatchResult json = Pattern.compile(
                        "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(json.group(1));
    }

    private static String reading(JsonNode data, String chart) {
        return chart(data, chart).at("/figures/all/reading").asText();
    }

    private static JsonNode chart(JsonNode data, String id) {
        for (JsonNode chart : data.get("charts")) {
            if (chart.get("id").asText().equals(id)) {
                return chart;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static String tile(JsonNode tiles, String label) {
        for (JsonNode tile : tiles.get("tiles")) {
            if (tile.get("label").asText().equals(label)) {
                return String.join(
                        " ",
                        tile.get("value").asText(),
                        tile.get("direction").asText(),
                        tile.get("change").asText());
            }
        }
        throw new IllegalArgumentException(label);
    }

    private static TableRows recipes(List<?>... rows) {
        return new TableRows(
                List.of("week_start", "recipe_key", "recipe_name", "conversations", "users"),
                Arrays.stream(rows).map(row -> List.<Object>copyOf(row)).toList());
    }

    private static List<?> recipe(LocalDate week, String key, String name, long conversations, long users) {
        return List.of(week, key, name, conversations, users);
    }
}

package com.recipechatbot.analytics.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a browser draws it and people use it. Skipped, with a message, if there is no Chromium. */
class ReportInBrowserTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final String WITHOUT = "skipped: no chromium on the PATH (Debian: apt-get install chromium)";
    private static final String BASELINE = "/report/wide.png";
    /** A serif font makes a difference of 3.6 in the worst field, missing bars one of 101. */
    private static final double TOLERANCE = 12;

    @TempDir
    private static Path profile;

    /** The pages are kept, so that anyone who changes them can look at them. */
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> program = Browser.installed();
        if (program.isEmpty()) {
            System.out.println("ReportInBrowserTest " + WITHOUT);
        }
        assumeTrue(program.isPresent(), WITHOUT);
        browser = Browser.start(program.get(), profile);
        folder = Files.createDirectories(Path.of("target", "report").toAbsolutePath());
        write("month", SampleTables.of(MONDAY, 28));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (browser != null) {
            browser.stop();
        }
    }

    @Test
    void everyChartIsDrawnAndDescribedForScreenReaders() throws IOException, InterruptedException {
        open("month", "#weeks=all", 1280, 900);

        assertThat(browser.evaluate("document.querySelectorAll('.card .chart svg').length")
                        .asInt())
                .isEqualTo(HtmlReport.charts().size() - 1);
        // No month that began in these weeks is complete.
        assertThat(browser.evaluate("document.querySelector('.chart[hidden]').closest('.card').id")
                        .asText())
                .isEqualTo("months");
        assertThat(browser.evaluate("""
                                [...document.querySelectorAll('.chart')].filter((chart) => chart.getAttribute('role') !== 'img'
                                  || !chart.getAttribute('aria-label').includes(chart.closest('.card').querySelector('.reading').textContent)).length""").asInt()).isZero();
        // Every control has a name, and no heading level is skipped.
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('button, select, summary')].every((control) =>"
                                        + " (control.getAttribute('aria-label') || control.labels?.[0]?.textContent || control.textContent).trim())")
                        .asBoolean())
                .isTrue();
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('h1,h2,h3')].map((heading) => heading.tagName[1]).join('')")
                        .asText())
                .matches("1(2|23+)+");
    }

    @Test
    void aTargetAboveAllDaysIsDrawnWithinItsChart() throws IOException, InterruptedException {
        write("targets", SampleTables.of(MONDAY, 28), Targets.of(List.of("active_users=5000")));
        open("targets", "#weeks=all", 1280, 900);

        assertThat(browser.evaluate("document.querySelector('#active_users .key').textContent")
                        .asText())
                .contains("Target: 5,000");
        assertThat(browser.evaluate("""
                                [...document.querySelectorAll('#active_users .chart svg path[stroke-dasharray]')].filter((line) => {
                                  const box = line.getBBox();
                                  return box.height < 1 && box.width > 200 && box.y > 0 && box.y < 240;
                                }).length""").asInt()).isEqualTo(1);
    }

    @Test
    void nothingIsFetched() throws IOException, InterruptedException {
        open("month", "", 1280, 900);

        assertThat(browser.evaluate("performance.getEntriesByType('resource').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("fetch('http://127.0.0.1:9/').then(() => 'fetched', () => 'refused')")
                        .asText())
                .isEqualTo("refused");
    }

    @Test
    void aWeekIsChosenByKeyboardAndEverythingIsUpdated() throws IOException, InterruptedException {
        open("month", "", 1280, 900);
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.textContent").asText())
                .isEqualTo("Skip to the figures");
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.id").asText()).isEqualTo("period");
        browser.press("Tab");
        browser.press("Enter"); // the week before; from "all weeks", that is the newest week

        assertThat(browser.evaluate("document.getElementById('period').value").asText())
                .isEqualTo("2025-W05");
        browser.press("Enter");

        assertThat(browser.evaluate("location.hash").asText()).isEqualTo("#weeks=2025-W04");
        assertThat(browser.evaluate("document.getElementById('said').textContent")
                        .asText())
                .isEqualTo("Showing 2025-W04: 20 Jan to 26 Jan 2025");
        assertThat(browser.evaluate("document.getElementById('week').textContent")
                        .asText())
                .isEqualTo("2025-W04: 20 Jan to 26 Jan 2025, compared with the week before");
        assertThat(browser.evaluate("document.querySelector('#retention code').textContent")
                        .asText())
                .contains("cohort_week BETWEEN DATE '2025-01-20' AND DATE '2025-01-26'");
        assertThat(browser.evaluate("document.querySelectorAll('#active_users .rows').length")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aTableShowsTheNumbersOfItsChartAndCanBeDownloaded() throws IOException, InterruptedException {
        open("month", "#weeks=2025-W02", 1280, 900);

        assertThat(browser.evaluate("""
                                new Promise((done) => {
                                  const rows = document.querySelector('#top_recipes .rows');
                                  rows.addEventListener('toggle', () => done([...rows.querySelectorAll('tr')].length + ' rows, last: '
                                    + [...rows.querySelectorAll('tr:last-child > *')].pop().parentNode.innerText.replaceAll('\\t', '|')));
                                  rows.open = true;
                                })""").asText()).isEqualTo("12 rows, last: –|(other)|800|21\u202f%|120|900");
        assertThat(browser.evaluate("""
                                new Promise((done) => {
                                  const make = URL.createObjectURL;
                                  URL.createObjectURL = (blob) => { blob.text().then(done); return make(blob); };
                                  document.querySelector('#published_days .csv').click();
                                })""").asText()).startsWith("week_start,unchanged,restated,open_days\r\n2025-01-06,");
    }

    @Test
    void aDishThatIsMarkupOrAFormulaDoesNothing() throws IOException, InterruptedException {
        String hostile =
                "=</script><img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>";
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 7));
        tables.put(
                "weekly_recipes",
                new TableRows(
                        List.of("week_start", "recipe_key", "recipe_name", "conversations", "users", "mentions"),
                        List.of(Arrays.asList(MONDAY, hostile, hostile, 5L, 5L, 5L))));
        write("hostile", tables);
        open("hostile", "", 1280, 900);
        browser.evaluate("document.querySelector('#top_recipes .rows').open = true");

        String csv = browser.evaluate("""
                        new Promise((done) => {
                          const make = URL.createObjectURL;
                          URL.createObjectURL = (blob) => { blob.text().then(done); return make(blob); };
                          document.querySelector('#top_recipes .csv').click();
                        })""").asText();

        assertThat(csv).contains("1,\"'=</script>");
        assertThat(browser.evaluate("document.title").asText()).isEqualTo("Recipe chatbot: report");
        assertThat(browser.evaluate("document.querySelectorAll('img').length").asInt())
                .isZero();
        assertThat(browser.evaluate("document.querySelector('#top_recipes .reading').textContent")
                        .asText())
                .startsWith(hostile + " is first with 5 conversations");
    }

    @Test
    void emptyLakesAreExplained() throws IOException, InterruptedException {
        write("empty", Map.of());
        open("empty", "", 800, 600);

        assertThat(browser.evaluate("document.querySelector('main').innerText").asText())
                .isEqualTo(
                        "No day of this lake is published yet. Run jobs/run daily-metrics or backfill, then create the report again.");
        assertThat(browser.evaluate("document.querySelector('.bar').offsetHeight")
                        .asInt())
                .isZero();
    }

    @Test
    void aChartWithoutRowsIsReplacedByAnExplanation() throws IOException, InterruptedException {
        Map<String, TableRows> tables = new HashMap<>(SampleTables.of(MONDAY, 1));
        tables.remove("daily_tools");
        write("day", tables);
        open("day", "", 800, 600);

        assertThat(browser.evaluate("document.querySelector('#tools').innerText")
                        .asText())
                .startsWith("Tools\n\nNo record in these weeks reports a tool: tool use is unknown, not 0 %.\n\nSQL")
                .doesNotContain("Table", "CSV");
        assertThat(browser.evaluate("document.querySelectorAll('#active_users svg').length")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void twoYearsOpenAtOnceAndFitAPhone() throws IOException, InterruptedException {
        write("years", SampleTables.of(MONDAY.minusYears(2), 731));
        open("years", "#weeks=all", 360, 800);

        assertThat(browser.evaluate("performance.getEntriesByName('drawn')[0].startTime")
                        .asDouble())
                .isLessThan(10_000); // under one second on an idle machine
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
        assertThat(browser.evaluate("document.querySelector('#retention .key').textContent")
                        .asText())
                .contains("The newest 26 of 103; the table has all.");
    }

    /** With the font that the page asks for, and with one that is wider. */
    @ParameterizedTest
    @CsvSource({"1400, ''", "1100, ''", "390, ''", "1400, DejaVu Sans", "1100, DejaVu Sans", "390, DejaVu Sans"})
    void noTextIsClippedByItsCard(int width, String font) throws IOException, InterruptedException {
        write("quarter", SampleTables.of(MONDAY, 92));
        for (String page : List.of("month", "quarter")) {
            open(page, "#weeks=all", width, 900);
            if (!font.isEmpty()) {
                browser.evaluate("document.body.style.fontFamily = '%s'; dispatchEvent(new Event('beforeprint'));"
                                .formatted(font)
                        + " dispatchEvent(new Event('afterprint'))");
            }

            JsonNode outside = browser.evaluate("""
                    [...document.querySelectorAll('.card .chart text, .card .chart tspan, .tile dt, .tile dd, #warnings li')]
                      .map((text) => [text.textContent, text.getBoundingClientRect(), text.closest('.chart, .tile, #warnings').getBoundingClientRect()])
                      .filter(([, text, box]) => text.width > 0 && (text.left < box.left - 0.5 || text.right > box.right + 0.5
                        || text.top < box.top - 1 || text.bottom > box.bottom + 1))
                      .map(([text, at, box]) => `${text}: ${at.left} to ${at.right} in ${box.left} to ${box.right}, ${at.top} to ${at.bottom} in ${box.top} to ${box.bottom}`)""");

            assertThat(outside).as(page).isEmpty();
        }
    }

    /** Of a text's color to what lies under its middle. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextHasAContrastOfFourAndAHalf(String theme) throws IOException, InterruptedException {
        open("month", "#weeks=all&theme=" + theme, 1280, 12_000);

        JsonNode faint = browser.evaluate("""
                (() => {
                  const rgb = (text) => { const m = text.match(/[\\d.]+/g); return m && (m.length < 4 || +m[3] > 0.5) ? m.slice(0, 3).map(Number) : null; };
                  const light = (colour) => { const [r, g, b] = colour.map((c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
                  const isText = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
                  return [...document.querySelectorAll('body *')].filter((node) => isText(node) && !/^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEMPLATE)$/.test(node.tagName)
                      && !node.classList.contains('unseen') && !node.disabled && node.getClientRects().length).map((node) => {
                    const isDrawn = node.closest('svg');
                    const style = getComputedStyle(node);
                    const own = rgb(isDrawn ? style.fill : style.color);
                    const box = node.getBoundingClientRect();
                    const under = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2).filter((other) => other !== node && !other.contains(node) || !isDrawn);
                    const behind = under.filter((other) => !/^(text|tspan)$/.test(other.tagName)).map((other) => rgb(other.closest('svg') && other.tagName !== 'svg' ? getComputedStyle(other).fill : getComputedStyle(other).backgroundColor)).find((found) => found)
                      || rgb(getComputedStyle(node.closest('.card, .tile') || document.body).backgroundColor);
                    return [node.textContent.trim().slice(0, 30), own && behind ? ratio(own, behind) : 21, own, behind];
                  }).filter(([, contrast]) => contrast < 4.5).map((found) => JSON.stringify(found)).slice(0, 10);
                })()""");

        assertThat(faint).isEmpty();
    }

    @Test
    void longHistoriesAreDrawnInWeeks() throws IOException, InterruptedException {
        write("years", SampleTables.of(MONDAY.minusYears(2), 731));
        open("years", "#weeks=all", 1280, 900);

        assertThat(browser.evaluate(
                                "echarts.getInstanceByDom(document.querySelector('#active_users .chart')).getOption().xAxis[0].data.length")
                        .asInt())
                .isEqualTo(105); // Sundays from 8 January 2023 to 5 January 2025
        assertThat(browser.evaluate("document.querySelector('#active_users .key').textContent")
                        .asText())
                .startsWith("Mean of the week");
    }

    @Test
    void aDayThatIsNotCompleteIsHatchedAndNotDrawn() throws IOException, InterruptedException {
        open("month", "#weeks=all", 1280, 900);

        assertThat(browser.evaluate("""
                        (() => {
                          const [daily, , hatched] = echarts.getInstanceByDom(document.querySelector('#active_users .chart')).getOption().series;
                          return [daily.data.at(-2).value > 0, daily.data.at(-1).value, hatched.data.at(-2), hatched.data.at(-1)];
                        })()""").toString()).isEqualTo("[true,null,null,1]");
        assertThat(browser.evaluate("document.querySelector('#active_users .key').textContent")
                        .asText())
                .endsWith("Hatched: not complete, without records, or not published.");
    }

    @Test
    void darkModeAndPrintHaveTheirOwnColors() throws IOException, InterruptedException {
        open("month", "#theme=dark", 1280, 900);
        assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(18, 22, 26)");

        assertThat(browser.evaluate("document.getElementById('shown').textContent")
                        .asText())
                .isEqualTo("Shown: All weeks");
        assertThat(new String(browser.print(), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        assertThat(browser.evaluate("document.documentElement.dataset.theme").asText())
                .isEqualTo("dark");
    }

    @Test
    void thePageLooksAsBefore() throws IOException, InterruptedException {
        open("month", "#weeks=all&theme=light", 1280, 1600);
        Picture now = Picture.ofPage(browser.picture());
        Path seen = folder.resolve("wide.png");
        now.write(seen);

        assertThat(now.differenceTo(Picture.read(BASELINE)))
                .as(
                        "difference of %s to %s; when it looks right, copy it over src/test/resources%s",
                        seen, BASELINE, BASELINE)
                .isLessThan(TOLERANCE);
    }

    private static void open(String page, String fragment, int width, int height)
            throws IOException, InterruptedException {
        browser.open(folder.resolve(page + ".html"), fragment, width, height);
    }

    private static void write(String page, Map<String, TableRows> tables) throws IOException {
        write(page, tables, Targets.NONE);
    }

    private static void write(String page, Map<String, TableRows> tables, Targets targets) throws IOException {
        Files.writeString(
                folder.resolve(page + ".html"),
                HtmlReport.page(tables, ZoneId.of("UTC"), 5, Instant.parse("2025-02-03T06:00:00Z"), targets));
    }
}

package com.recipechatbot.analytics.serving.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.tables.ReportingWeek;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 28);

    /** Two complete weeks and one that is not; the last complete day is Sunday 19 January. */
    private static final Map<String, TableRows> TABLES = Map.of(
            "daily_metrics",
            new TableRows(
                    List.of("day", "active_users", "messages", "is_complete"),
                    List.of(
                            Arrays.asList(MONDAY.plusDays(13), 30L, 90L, true),
                            Arrays.asList(MONDAY.plusDays(14), 9L, 20L, false))),
            "weekly_metrics",
            new TableRows(
                    List.of(
                            "week_start",
                            "active_users",
                            "conversations",
                            "new_users",
                            "resurrected_users",
                            "dormant_users",
                            "is_complete"),
                    List.of(
                            Arrays.asList(MONDAY, 100L, 200L, null, null, null, true),
                            Arrays.asList(MONDAY.plusDays(7), 112L, 150L, 40L, 2L, 30L, true),
                            Arrays.asList(MONDAY.plusDays(14), 40L, 60L, 5L, 1L, 77L, false))),
            "weekly_recipes",
            new TableRows(
                    List.of("week_start", "recipe_key", "recipe_name", "conversations", "users"),
                    List.of(
                            List.of(MONDAY, "mac & cheese", "mac & cheese", 6L, 6L),
                            List.of(MONDAY.plusDays(7), "mac & cheese", "mac & cheese", 9L, 7L))));

    @Test
    void theNewestCompleteWeekIsToldInWords() {
        String text = digest(Optional.empty()).orElseThrow().text(Optional.of(URI.create("https://example.org/r")));

        assertThat(text).isEqualTo("""
                Recipe chatbot, 2025-W03: 13 Jan to 19 Jan 2025, compared with the week before

                  Weekly active users: 112 (up 12 %), 40 new
                  Conversations: 150 (down 25 %)
                  Conversation length: –, messages on average
                  Dishes that get made: –
                  Satisfaction index: –

                In the week of 13 Jan 2025, 40 users came for the first time, 2 came back after a pause, and 30 of the week before stayed away.

                mac & cheese is first with 9 conversations; no other dish is named.

                mac & cheese rose most and none fell in the week of 13 Jan 2025, compared with the week before.

                Note: The data is 9 days old: the newest complete day is Sun 19 Jan 2025.

                More: https://example.org/r
                """);
    }

    @Test
    void theHtmlHasTheSameWordsAndNoMarkupFromTheData() {
        Digest digest = digest(Optional.empty()).orElseThrow();

        assertThat(digest.html(Optional.of(URI.create("https://example.org/?a=1&b=2"))))
                .contains(
                        "<li>Weekly active users: 112 (up 12 %), 40 new</li>",
                        "<p>mac &amp; cheese is first with 9 conversations; no other dish is named.</p>",
                        "<p><strong>Note:</strong> The data is 9 days old",
                        "<a href=\"https://example.org/?a=1&amp;b=2\">More</a>")
                .doesNotContain("mac & cheese", "<script");
    }

    @Test
    void aWeekThatIsAskedForIsToldEvenIfItIsNotComplete() {
        assertThat(digest(Optional.of("2025-W04")).orElseThrow().text(Optional.empty()))
                .startsWith("Recipe chatbot, 2025-W04: 20 Jan to 26 Jan 2025; not complete yet, so not compared\n");
        assertThat(digest(Optional.of("2025-W05"))).isEmpty();
    }

    private static Optional<Digest> digest(Optional<String> week) {
        return Digest.of(TABLES, 5, week.map(text -> ReportingWeek.parse(text)), TODAY);
    }
}

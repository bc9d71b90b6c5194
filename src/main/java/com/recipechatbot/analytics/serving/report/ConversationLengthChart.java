package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.DAY;
import static com.recipechatbot.analytics.serving.report.Column.Format.DECIMAL;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

/** How long are conversations, and do they get longer? */
final class ConversationLengthChart implements Chart {

    @Override
    public String id() {
        return "conversation_length";
    }

    @Override
    public String section() {
        return "How much it is used";
    }

    @Override
    public String title() {
        return "Messages in a conversation";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("day", "Day", DAY),
                new Column("avg_conversation_length", "Average", DECIMAL),
                new Column("average_of_7_days", "Average of 7 days", DECIMAL),
                new Column("median_conversation_length", "Median", DECIMAL),
                new Column("p90_conversation_length", "90th percentile", DECIMAL),
                new Column("conversations", "Conversations", COUNT),
                new Column("state", "Day is", TEXT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.trend("messages", "avg_conversation_length", "average_of_7_days");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        NavigableMap<LocalDate, TableRow> days = tables.days(period);
        if (average(days.values()) == null) {
            return Figure.empty("No conversation started in these weeks.");
        }
        List<List<Object>> rows = new ArrayList<>();
        days.forEach((day, row) -> rows.add(Arrays.asList(
                day,
                row.number("avg_conversation_length"),
                SevenDays.ratio(tables.days(), day, ConversationLengthChart::messages, Outcomes::conversations),
                row.number("median_conversation_length"),
                row.number("p90_conversation_length"),
                row.count("conversations"),
                row.dayState())));
        List<TableRow> whole = List.copyOf(tables.wholeDays(period).values());
        Double average = average(whole);
        return new Figure(
                average == null
                        ? "No day in these weeks is complete yet."
                        : "%s messages on average%s.".formatted(Words.decimal(average), trend(whole)),
                rows);
    }

    /** Compares the first seven complete days with the last seven, unless they overlap. */
    private static String trend(List<TableRow> whole) {
        if (whole.size() < 14) {
            return "";
        }
        Double first = average(whole.subList(0, 7));
        Double last = average(whole.subList(whole.size() - 7, whole.size()));
        return first == null || last == null
                ? ""
                : "; %s in the first seven complete days, %s in the last seven"
                        .formatted(Words.decimal(first), Words.decimal(last));
    }

    private static Double average(Collection<TableRow> days) {
        return SevenDays.ratio(days, ConversationLengthChart::messages, Outcomes::conversations);
    }

    private static double messages(TableRow day) {
        return day.count("conversation_messages");
    }
}

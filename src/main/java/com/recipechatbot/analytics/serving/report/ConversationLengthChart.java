package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.DAY;
import static com.recipechatbot.analytics.serving.report.Column.Format.DECIMAL;
import static com.recipechatbot.analytics.serving.report.Column.Format.FLAG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
                new Column("is_complete", "Complete", FLAG));
    }

    @Override
    public Drawing drawing() {
        return Drawing.trend("messages", "avg_conversation_length", "average_of_7_days");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        NavigableMap<LocalDate, TableRow> days = tables.days(period);
        Double average = average(days);
        if (average == null) {
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
                row.flag("is_complete"))));
        return new Figure("%s messages on average%s.".formatted(Words.decimal(average), trend(days)), rows);
    }

    /** Compares the first seven days with the last seven, unless they overlap. */
    private static String trend(NavigableMap<LocalDate, TableRow> days) {
        LocalDate endOfFirst = days.firstKey().plusDays(6);
        LocalDate beginOfLast = days.lastKey().minusDays(6);
        if (!endOfFirst.isBefore(beginOfLast)) {
            return "";
        }
        Double first = average(days.headMap(endOfFirst, true));
        Double last = average(days.tailMap(beginOfLast, true));
        return first == null || last == null
                ? ""
                : "; %s in the first seven days, %s in the last".formatted(Words.decimal(first), Words.decimal(last));
    }

    private static Double average(NavigableMap<LocalDate, TableRow> days) {
        return SevenDays.ratio(days.values(), ConversationLengthChart::messages, Outcomes::conversations);
    }

    private static double messages(TableRow day) {
        return day.count("conversation_messages");
    }
}

package com.recipechatbot.analytics.serving.report;

import com.recipechatbot.analytics.tables.ReportingWeek;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A week in a few lines, for those who open no dashboard. It says what the report says of the week.
 *
 * @param heading which week, and what it is compared with
 * @param numbers label, value, change and note of each number
 * @param sentences what changed
 * @param warnings what to know before relying on it
 */
public record Digest(String heading, List<Tile> numbers, List<String> sentences, List<String> warnings) {

    private static final List<Chart> TOLD = List.of(
            new UserFlowChart(),
            new TopRecipesChart(),
            new MoversChart(),
            new FailingDishesChart(),
            new FeaturesChart());

    /**
     * @param tables published rows by table name
     * @param minUsers of how many users a group is shown
     * @param wanted the week; empty for the newest complete one
     * @param today in the zone of the lake
     * @return empty when that week is not published
     */
    public static Optional<Digest> of(
            Map<String, TableRows> tables, int minUsers, Optional<ReportingWeek> wanted, LocalDate today) {
        PublishedTables published = PublishedTables.of(tables, minUsers);
        Optional<LocalDate> monday = wanted.map(week -> week.monday())
                .filter(week -> published.weeks().containsKey(week))
                .or(() -> wanted.isPresent()
                        ? Optional.empty()
                        : published.weeks().descendingMap().entrySet().stream()
                                .filter(week -> week.getValue().flag("is_complete"))
                                .map(week -> week.getKey())
                                .findFirst());
        return monday.map(week -> of(published, Period.week(week), today));
    }

    private static Digest of(PublishedTables tables, Period week, LocalDate today) {
        Tiles tiles = Tiles.of(tables, week);
        return new Digest(
                tiles.heading(),
                // The first one is about a day.
                tiles.tiles().subList(1, tiles.tiles().size()),
                TOLD.stream()
                        .map(chart -> chart.figure(tables, week))
                        .filter(figure -> !figure.rows().isEmpty())
                        .map(figure -> figure.reading())
                        .toList(),
                Warnings.of(tables, week, today));
    }

    /** Plain text, with a line break after each line. */
    public String text(Optional<URI> link) {
        Stream<String> lines = Stream.of(
                        Stream.of("Recipe chatbot, " + heading, ""),
                        numbers.stream().map(number -> "  " + line(number)),
                        sentences.stream().flatMap(sentence -> Stream.of("", sentence)),
                        warnings.stream().flatMap(warning -> Stream.of("", "Note: " + warning)),
                        link.stream().flatMap(more -> Stream.of("", "More: " + more)))
                .flatMap(part -> part);
        return String.join("\n", lines.toList()) + "\n";
    }

    /** The same as a page without scripts and files. */
    public String html(Optional<URI> link) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped("Recipe chatbot, " + heading))
                .append(
                        "</title></head>\n<body style=\"font: 16px/1.5 sans-serif; max-width: 40em; margin: 1em auto;\">\n<h1>")
                .append(escaped("Recipe chatbot"))
                .append("</h1>\n<p>")
                .append(escaped(heading))
                .append("</p>\n<ul>\n");
        numbers.forEach(
                number -> page.append("<li>").append(escaped(line(number))).append("</li>\n"));
        page.append("</ul>\n");
        sentences.forEach(
                sentence -> page.append("<p>").append(escaped(sentence)).append("</p>\n"));
        warnings.forEach(warning -> page.append("<p><strong>Note:</strong> ")
                .append(escaped(warning))
                .append("</p>\n"));
        link.ifPresent(more ->
                page.append("<p><a href=\"").append(escaped(more.toString())).append("\">More</a></p>\n"));
        return page.append("</body></html>\n").toString();
    }

    private static String line(Tile number) {
        String change = number.change() == null
                ? ""
                : number.direction().equals("same")
                        ? " (unchanged)"
                        : " (%s %s)".formatted(number.direction(), number.change());
        return number.label() + ": " + number.value() + change + (number.note().isEmpty() ? "" : ", " + number.note());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

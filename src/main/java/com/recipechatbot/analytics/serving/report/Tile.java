package com.recipechatbot.analytics.serving.report;

/**
 * A number at the top of the page.
 *
 * @param change how much it changed from the previous week, such as {@code 12 %}; null if that is unknown
 * @param direction {@code up}, {@code down} or {@code same}; null without a change
 * @param note what readers need to know along with it
 */
record Tile(String label, String value, String change, String direction, String note) {

    static final String UNKNOWN = "–";

    static Tile of(String label, String value, String note) {
        return new Tile(label, value, null, null, note);
    }

    Tile changedBy(double difference, String size) {
        boolean same = size.matches("0(\\.0)?( .*)?");
        return new Tile(label, value, same ? "unchanged" : size, same ? "same" : difference > 0 ? "up" : "down", note);
    }
}

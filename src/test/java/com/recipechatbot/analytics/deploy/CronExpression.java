package com.recipechatbot.analytics.deploy;

import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of EventBridge's {@code cron(minutes hours day-of-month month day-of-week year)}. */
final class CronExpression {

    private static final List<Field> FIELDS = List.of(
            new Field("minutes", 0, 59, ""),
            new Field("hours", 0, 23, ""),
            new Field("day of month", 1, 31, "L|[0-9]+W"),
            new Field("month", 1, 12, "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"),
            new Field("day of week", 1, 7, "SUN|MON|TUE|WED|THU|FRI|SAT|L|[1-7]#[1-5]"),
            new Field("year", 1970, 2199, ""));

    private record Field(String name, int least, int most, String words) {

        boolean accepts(String text) {
            for (String part : text.split(",", -1)) {
                String[] range = part.split("/", 2)[0].split("-", 2);
                for (String end : range) {
                    if (!end.equals("*") && !end.matches(words) && !isNumber(end)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean isNumber(String text) {
            return Pattern.matches("[0-9]{1,4}", text)
                    && Integer.parseInt(text) >= least
                    && Integer.parseInt(text) <= most;
        }
    }

    private CronExpression() {}

    /** When in the day it is, for an expression that names one minute of one hour. */
    static LocalTime time(String cron) {
        String[] fields = cron.replaceFirst("^cron\\(", "").split(" ");
        return LocalTime.of(Integer.parseInt(fields[1]), Integer.parseInt(fields[0]));
    }

    /** What is wrong with it, or empty. */
    static String fault(String expression) {
        if (!expression.matches("cron\\(.*\\)")) {
            return expression + " is no cron()";
        }
        String[] fields =
                expression.substring("cron(".length(), expression.length() - 1).split(" ");
        if (fields.length != FIELDS.size()) {
            return "%s has %d fields, not 6".formatted(expression, fields.length);
        }
        boolean anyDayOfMonth = fields[2].equals("?");
        boolean anyDayOfWeek = fields[4].equals("?");
        if (anyDayOfMonth == anyDayOfWeek) {
            return expression + " needs ? for exactly one of day of month and day of week";
        }
        for (int i = 0; i < fields.length; i++) {
            boolean any = fields[i].equals("?") && (i == 2 || i == 4);
            if (!any && !FIELDS.get(i).accepts(fields[i])) {
                return "%s: %s cannot be %s".formatted(expression, FIELDS.get(i).name(), fields[i]);
            }
        }
        return "";
    }
}

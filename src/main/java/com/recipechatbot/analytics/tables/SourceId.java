package com.recipechatbot.analytics.tables;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the column {@code source_id} holds: the kind of an input, the day of the source, and a hash that distinguishes
 * inputs without revealing a path. Printed as {@code day-2025-01-15-0a1b2c3d}. The sources of one input differ
 * only in their day.
 *
 * @param hash lower-case letters and digits
 */
public record SourceId(Kind kind, LocalDate day, String hash) implements Serializable {

    /** Where a source comes from. */
    public enum Kind {
        /** The folder of a day. */
        DAY,
        /** An export that DynamoDB made. */
        EXPORT,
        /** A folder of JSON Lines in any order. */
        FOLDER,
        /** Rejected records that were parsed again; the hash is the beginning of the run's id. */
        REPLAY;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** SQL that is true for the rows of sources of this kind. */
        public String condition() {
            return "source_id LIKE '%s-%%'".formatted(code);
        }
    }

    /** SQL for the day of a row's source; null in a row whose {@code source_id} cannot be read. */
    public static final String DAY_SQL = "try_cast(regexp_extract(source_id, '[0-9]{4}-[0-9]{2}-[0-9]{2}', 0) AS DATE)";

    /** SQL for the hash of a row's source. */
    public static final String HASH_SQL = "substring_index(source_id, '-', -1)";

    private static final Pattern HASH = Pattern.compile("[0-9a-z]+");
    private static final Pattern PRINTED = Pattern.compile("(day|export|folder|replay)-(\\d{4}-\\d\\d-\\d\\d)-(.*)");

    /** @throws IllegalArgumentException when the hash holds anything but lower-case letters and digits */
    public SourceId {
        // It becomes a part of SQL, where a quote or a wildcard would mean something.
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "Cannot make the id of a source: its hash may hold only lower-case letters and digits.");
        }
    }

    /** @throws IllegalArgumentException when the text is not a printed id */
    public static SourceId parse(String text) {
        Matcher parts = PRINTED.matcher(text);
        try {
            if (parts.matches()) {
                Kind kind = Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
                return new SourceId(kind, LocalDate.parse(parts.group(2)), parts.group(3));
            }
        } catch (DateTimeException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    /** The id of the same input's source of another day. */
    public SourceId of(LocalDate other) {
        return new SourceId(kind, other, hash);
    }

    /** Whether both are sources of one input, perhaps of different days. */
    public boolean isOfSameInput(SourceId other) {
        return kind == other.kind && hash.equals(other.hash);
    }

    /** SQL that is true for the rows of all sources of this input, whatever their day. */
    public String conditionOfAnyDay() {
        // An underscore matches any character.
        return "source_id LIKE '%s-____-__-__-%s'".formatted(kind.code, hash);
    }

    /** SQL that is true for the rows of these sources. */
    public static String condition(Collection<SourceId> ids) {
        return ids.isEmpty()
                ? "false"
                : ids.stream().map(SourceId::toString).collect(Collectors.joining("', '", "source_id IN ('", "')"));
    }

    /**
     * SQL for the id of the same input's source of the day in a column.
     *
     * @param day a column of type DATE
     */
    public static String sqlOf(String day) {
        return "regexp_replace(source_id, '[0-9]{4}-[0-9]{2}-[0-9]{2}', CAST(%s AS STRING))".formatted(day);
    }

    @Override
    public String toString() {
        return kind.code + "-" + day + "-" + hash;
    }

    private static IllegalArgumentException unreadable(String text, DateTimeException cause) {
        return new IllegalArgumentException(
                "Cannot read '%s' as the id of a source: expected one like day-2025-01-15-0a1b2c3d.".formatted(text),
                cause);
    }
}

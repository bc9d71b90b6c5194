package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.ingest.parse.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an input calls the fields of a record, where neither our own names nor the known aliases fit.
 *
 * @param entries such as {@code message=body} or {@code role=author.type}, in the order of the fields; of several names
 *     for a field, the first that a record has counts
 */
public record FieldMapping(List<String> entries) implements Serializable {

    public static final FieldMapping NONE = new FieldMapping(List.of());

    /**
     * Reads entries as an option or a file has them, with or without blanks around the equals sign.
     *
     * @throws IllegalArgumentException when one of them is not a mapping, or two of them disagree
     */
    public static FieldMapping of(Collection<String> texts) {
        List<String> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String text : texts) {
            String[] sides = text.split("=", 2);
            String name = sides.length == 2 ? sides[1].strip() : "";
            Field field = Field.of(sides[0].strip());
            if (field == null || name.isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot map a field by '%s': expected one like message=body, with one of %s on the left."
                                .formatted(text, Field.allOurs()));
            }
            String entry = field.ours() + "=" + name;
            if (!names.add(name) && !entries.contains(entry)) {
                throw new IllegalArgumentException("Cannot map '%s' to two fields. Give it once.".formatted(name));
            }
            if (!entries.contains(entry)) {
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparing(FieldMapping::field));
        return new FieldMapping(List.copyOf(entries));
    }

    /** The field of an entry. */
    public static Field field(String entry) {
        return Field.of(entry.substring(0, entry.indexOf('=')));
    }

    /** What the input calls the field of an entry; dots lead into objects. */
    public static String name(String entry) {
        return entry.substring(entry.indexOf('=') + 1);
    }
}

package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.ingest.parse.Field;
import com.recipechatbot.analytics.ingest.parse.Roles;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an input calls the fields of a record and the roles, where neither our own names nor the known aliases fit.
 *
 * @param entries such as {@code message=body} or {@code role=author.type}, in the order of the fields; of several names
 *     for a field, the first that a record has counts. Then those for roles, such as {@code role.user=customer}
 */
public record FieldMapping(List<String> entries) implements Serializable {

    public static final FieldMapping NONE = new FieldMapping(List.of());

    private static final String ROLE = Field.ROLE.ours() + ".";

    /**
     * Reads entries as an option or a file has them, with or without blanks around the equals sign.
     *
     * @throws IllegalArgumentException when one of them is not a mapping, or two of them disagree
     */
    public static FieldMapping of(Collection<String> texts) {
        List<String> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> values = new HashSet<>();
        for (String text : texts) {
            String[] sides = text.split("=", 2);
            String name = sides.length == 2 ? sides[1].strip() : "";
            String ours = sides[0].strip();
            boolean isRole = ours.startsWith(ROLE) && Roles.OURS.contains(ours.substring(ROLE.length()));
            if ((Field.of(ours) == null && !isRole) || name.isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot map a field by '%s': expected one like message=body, with one of %s on the left, or a role like role.user=customer, with one of %s behind the dot."
                                .formatted(text, Field.allOurs(), String.join(", ", Roles.OURS)));
            }
            String entry = ours + "=" + name;
            boolean isNew = isRole ? values.add(name.toLowerCase(Locale.ROOT)) : names.add(name);
            if (!isNew && !entries.contains(entry)) {
                throw new IllegalArgumentException(
                        "Cannot map '%s' to two %s. Give it once.".formatted(name, isRole ? "roles" : "fields"));
            }
            if (!entries.contains(entry)) {
                entries.add(entry);
            }
        }
        // The order of the names of a field counts, that of roles does not.
        entries.sort(Comparator.comparing(FieldMapping::field, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(entry -> field(entry) == null ? entry : ""));
        return new FieldMapping(List.copyOf(entries));
    }

    /** The role of an entry; null for one of a field. */
    public static String role(String entry) {
        return field(entry) == null ? entry.substring(ROLE.length(), entry.indexOf('=')) : null;
    }

    /** The field of an entry; null for one of a role. */
    public static Field field(String entry) {
        return Field.of(entry.substring(0, entry.indexOf('=')));
    }

    /** What the input calls the field or the role of an entry; dots in the name of a field lead into objects. */
    public static String name(String entry) {
        return entry.substring(entry.indexOf('=') + 1);
    }
}

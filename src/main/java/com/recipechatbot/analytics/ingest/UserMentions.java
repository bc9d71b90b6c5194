package com.recipechatbot.analytics.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Finds the ids of users in bytes that cannot be read as a record: as a string or another whole value, with any of its
 * characters escaped as JSON allows, also in a text within a text, in base64 or in base64 of gzip. An id that is part of a
 * longer string does not count.
 */
public final class UserMentions {

    /** A text may hold a record, whose text holds another. */
    private static final int LEVELS = 4;

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|([^u]))", Pattern.DOTALL);

    /** What services encode has at least this length, and an id that is not encoded is found anyway. */
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{16,}");

    private static final int LARGEST_TEXT = 64 << 20;

    private final List<String> ids;

    public UserMentions(Collection<String> users) {
        this.ids = List.copyOf(users);
    }

    /** Whether the bytes mention one of the users. */
    public boolean in(byte[] raw) {
        return isIn(raw, 0);
    }

    private boolean isIn(byte[] raw, int level) {
        String text = new String(raw, StandardCharsets.UTF_8);
        return isIn(text, level)
                // Bytes that are not UTF-8 are most often Latin-1.
                || (text.indexOf('\uFFFD') >= 0 && isIn(new String(raw, StandardCharsets.ISO_8859_1), level));
    }

    private boolean isIn(String raw, int from) {
        String text = raw;
        for (int level = from; level < LEVELS; level++) {
            for (String id : ids) {
                if (isIn(text, id)) {
                    return true;
                }
            }
            if (isEncodedIn(text, level + 1)) {
                return true;
            }
            String resolved = resolved(text);
            if (resolved.equals(text)) {
                return false;
            }
            text = resolved;
        }
        return false;
    }

    private boolean isEncodedIn(String text, int level) {
        Matcher encoded = ENCODED.matcher(text);
        while (encoded.find()) {
            // The record may break off anywhere.
            String whole = encoded.group().substring(0, encoded.group().length() / 4 * 4);
            byte[] bytes = unzipped(Base64.getDecoder().decode(whole));
            if (bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[') && isIn(bytes, level)) {
                return true;
            }
        }
        return false;
    }

    /** As far as it goes; the bytes themselves when they are not compressed. */
    private static byte[] unzipped(byte[] bytes) {
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            for (int next = gzip.read(); next >= 0 && found.size() < LARGEST_TEXT; next = gzip.read()) {
                found.write(next);
            }
        } catch (IOException e) {
            // The end, or not compressed at all.
        }
        return found.size() == 0 ? bytes : found.toByteArray();
    }

    private static boolean isIn(String text, String id) {
        for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
            if (isWholeValue(text, at, at + id.length())) {
                return true;
            }
        }
        return false;
    }

    /** A truncated record may end with the id. */
    private static boolean isWholeValue(String text, int from, int to) {
        char before = from == 0 ? 0 : text.charAt(from - 1);
        if (before == '"' || before == '\'') {
            return to == text.length() || text.charAt(to) == before || text.charAt(to) == '\\';
        }
        int first = from - 1;
        while (first >= 0 && Character.isWhitespace(text.charAt(first))) {
            first--;
        }
        int last = to;
        while (last < text.length() && Character.isWhitespace(text.charAt(last))) {
            last++;
        }
        return first >= 0
                && ":[,".indexOf(text.charAt(first)) >= 0
                && (last == text.length() || ",}]".indexOf(text.charAt(last)) >= 0);
    }

    /** The text with its escapes replaced by the characters that they mean. */
    private static String resolved(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? named(escape.group(2))
                                : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    private static String named(String letter) {
        return switch (letter) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> letter;
        };
    }
}

package com.recipechatbot.analytics.extraction;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What a message says without its markup: entities are characters, tags are line ends or the marks that the reader of
 * sentences knows, and web addresses are left out. The names that they may contain follow as lines of their own at the
 * end. A buffer that one thread fills again and again.
 */
final class PlainText {

    private static final Map<String, String> ENTITIES = entities();
    private static final int LONGEST_ENTITY = 8;
    private static final Set<String> BLOCKS = set("blocks");
    private static final Set<String> HEADINGS = set("headings");
    private static final Set<String> BOLDS = set("bolds");
    private static final Set<String> INLINES = set("inlines");
    private static final int LONGEST_TAG_NAME = 10;
    private static final Set<String> DOMAINS = set("domains");
    private static final Set<String> PATHS = set("paths");
    private static final int LONGEST_DOMAIN = 7;
    private static final String SCHEME_END = "://";
    /** End an address, besides white space. */
    private static final String AFTER_LINK = "<>\"`{}|\\^";
    /** At the end of an address, they belong to the sentence. */
    private static final String CLOSING = ".,;:!?*_'";

    private final MessageText plain = new MessageText();
    private final LinkNames names = new LinkNames();
    private final StringBuilder out = new StringBuilder();
    private String text = "";
    private int linkedFrom;

    private static Map<String, String> entities() {
        Map<String, String> entities = new HashMap<>();
        for (String line : LexiconFile.lines("entities.txt")) {
            int blank = line.indexOf(' ');
            entities.put(line.substring(0, blank), line.substring(blank + 1));
        }
        entities.put("nbsp", " ");
        return Map.copyOf(entities);
    }

    private static Set<String> set(String group) {
        return Set.copyOf(LexiconFile.group("word_sets.txt", group));
    }

    /** The plain text, which is the message itself when it has no markup. */
    MessageText of(MessageText message) {
        linkedFrom = message.length();
        if (!mayHaveMarkup(message)) {
            return message;
        }
        String given = message.toString();
        names.clear();
        text = given;
        if (given.indexOf('&') >= 0) {
            decodeEntities();
        }
        removeMarkup();
        linkedFrom = out.length();
        out.append(names.lines());
        text = out.toString();
        out.setLength(0);
        if (text.equals(given)) {
            return message;
        }
        plain.set(text);
        return plain;
    }

    /** Where the names of web addresses begin in the text read last. */
    int linkedFrom() {
        return linkedFrom;
    }

    private static boolean mayHaveMarkup(MessageText message) {
        for (int block = 0; block < message.length(); block += Long.BYTES) {
            long signs = MessageText.markup(message.eightFrom(block));
            while (signs != 0) {
                int at = block + Long.numberOfTrailingZeros(signs) / Byte.SIZE;
                byte next = message.byteAt(at + 1);
                boolean inside = next >= 0 && Characters.isWord((char) next);
                boolean tag = message.byteAt(at) == '<' && (next == '/' || next == '!');
                if (inside || tag || next == '#' || next == '/') {
                    return true;
                }
                signs &= signs - 1;
            }
        }
        return false;
    }

    private void decodeEntities() {
        for (int at = 0; at < text.length(); ) {
            int end = text.charAt(at) == '&' ? entity(at) : at;
            if (end > at) {
                at = end;
            } else {
                out.append(text.charAt(at++));
            }
        }
        text = out.toString();
        out.setLength(0);
    }

    /** Appends the character of the entity that begins here; returns its end, or its beginning if there is none. */
    private int entity(int begin) {
        int name = begin + 1;
        // Some texts have been escaped twice.
        while (text.startsWith("amp;", name)) {
            name += "amp;".length();
        }
        int end = runEnd(name, LONGEST_ENTITY, c -> Characters.isWord((char) c) || c == '#');
        boolean closed = end < text.length() && text.charAt(end) == ';';
        String character = closed ? character(text.substring(name, end)) : null;
        if (character != null) {
            out.append(character);
            return end + 1;
        }
        if (name > begin + 1) {
            out.append('&');
            return name;
        }
        return begin;
    }

    private static String character(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.get(name);
        }
        try {
            boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
            int character = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            boolean blank = Character.isSpaceChar(character) && character != ' ';
            return Character.isBmpCodePoint(character) && character > 0
                    ? String.valueOf(blank ? ' ' : (char) character)
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void removeMarkup() {
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            int end = at;
            if (c == '<') {
                end = tag(at);
            } else if (c == ':' && text.startsWith(SCHEME_END, at)) {
                end = linkAfterScheme(at);
            } else if (c == '.') {
                end = linkAfterDot(at);
            }
            if (end > at) {
                at = end;
            } else {
                out.append(c);
                at++;
            }
        }
    }

    /** Appends what an element of HTML means; returns its end, or its beginning if it is not an element. */
    private int tag(int begin) {
        boolean closing = text.startsWith("/", begin + 1);
        int from = begin + (closing ? 2 : 1);
        int end = runEnd(from, LONGEST_TAG_NAME, c -> Characters.isWord((char) c));
        String name = Characters.fold(text.substring(from, end));
        boolean comment = text.startsWith("!", from);
        boolean known =
                BLOCKS.contains(name) || HEADINGS.contains(name) || BOLDS.contains(name) || INLINES.contains(name);
        if (!comment && !known) {
            return begin;
        }
        int close = end;
        int host = 0;
        while (close < text.length() && text.charAt(close) != '>' && text.charAt(close) != '<') {
            host = host == 0 && text.startsWith(SCHEME_END, close) ? close + SCHEME_END.length() : host;
            close++;
        }
        if (close == text.length() || text.charAt(close) == '<') {
            return begin;
        }
        if (host > 0 && host < close) {
            names.add(text, host, linkEnd(host, close));
        }
        if (BLOCKS.contains(name)) {
            out.append('\n');
        } else if (HEADINGS.contains(name)) {
            out.append(closing ? "\n" : "\n# ");
        } else if (BOLDS.contains(name)) {
            out.append("**");
        }
        return close + 1;
    }

    private int linkAfterScheme(int colon) {
        int host = colon + SCHEME_END.length();
        boolean begins = colon > 0 && Character.isLetter(text.charAt(colon - 1));
        return begins ? link(host, linkEnd(host, text.length())) : colon;
    }

    /** "Kitchen.com", "kitchen.example/fish-pie" and "www.kitchen.example". */
    private int linkAfterDot(int dot) {
        int end = runEnd(dot + 1, LONGEST_DOMAIN, c -> Characters.isWord((char) c));
        boolean inside = dot > 0 && Characters.isWord(text.charAt(dot - 1)) && end > dot + 1;
        if (!inside) {
            return dot;
        }
        String domain = Characters.fold(text.substring(dot + 1, end));
        boolean path = end < text.length() && text.charAt(end) == '/';
        boolean link = endsWithPrefix() || (path ? PATHS : DOMAINS).contains(domain);
        return link ? link(dot + 1, linkEnd(end, text.length())) : dot;
    }

    private boolean endsWithPrefix() {
        int begin = out.length() - "www".length();
        return begin >= 0
                && Characters.fold(out.substring(begin)).equals("www")
                && (begin == 0 || !Characters.isWord(out.charAt(begin - 1)));
    }

    /** Removes what was already read of a web address. */
    private int link(int from, int end) {
        out.setLength(domain(out.length()));
        out.append(' ');
        names.add(text, from, end);
        return end;
    }

    /** The beginning of the name with dots, or of the e-mail address, that ends here. */
    private int domain(int end) {
        int begin = end;
        while (begin > 0 && (Characters.isWord(out.charAt(begin - 1)) || "-.@%".indexOf(out.charAt(begin - 1)) >= 0)) {
            begin--;
        }
        return begin;
    }

    private int linkEnd(int from, int until) {
        int end = from;
        int open = 0;
        for (; end < until; end++) {
            char c = text.charAt(end);
            open += c == '(' || c == '[' ? 1 : 0;
            open -= c == ')' || c == ']' ? 1 : 0;
            if (open < 0 || Character.isWhitespace(c) || AFTER_LINK.indexOf(c) >= 0) {
                break;
            }
        }
        while (end > from && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private int runEnd(int from, int longest, IntPredicate belongs) {
        int end = from;
        while (end < text.length() && end - from < longest && belongs.test(text.charAt(end))) {
            end++;
        }
        return end;
    }
}

package com.recipechatbot.analytics.extraction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The names that web addresses have in their paths: "fish pie" of {@code kitchen.example/recipes/40718/fish-pie.html}. */
final class LinkNames {

    private static final Set<String> PAGES = Set.copyOf(LexiconFile.group("word_sets.txt", "pages"));
    private static final int LONGEST_ENDING = 5;
    /** "7-layer-dip" has a number in its name; longer ones are ids. */
    private static final int LONGEST_NUMBER = 2;

    private static final int SHORTEST_NAME = 3;

    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder word = new StringBuilder();

    void clear() {
        lines.setLength(0);
    }

    /** A line for each name, with a line end before it. */
    CharSequence lines() {
        return lines;
    }

    /** Adds the name of an address, if it has one. */
    void add(String text, int host, int end) {
        int path = host;
        while (path < end && text.charAt(path) != '/') {
            path++;
        }
        int pathEnd = path;
        while (pathEnd < end && "?#;".indexOf(text.charAt(pathEnd)) < 0) {
            pathEnd++;
        }
        while (pathEnd > path) {
            int part = text.lastIndexOf('/', pathEnd - 1);
            read(text, part + 1, pathEnd);
            if (name.length() >= SHORTEST_NAME && !PAGES.contains(Characters.fold(name.toString()))) {
                lines.append('\n').append(name);
                return;
            }
            pathEnd = part;
        }
    }

    /** Reads the words of a part of the path; none where something was masked. */
    private void read(String text, int from, int until) {
        name.setLength(0);
        word.setLength(0);
        int end = withoutEnding(text, from, until);
        for (int at = from; at < end; ) {
            char c = text.charAt(at);
            if (c == '[') {
                name.setLength(0);
                return;
            }
            if (c == '%') {
                at = decode(text, at, end);
            } else {
                add(c);
                at++;
            }
        }
        endWord();
    }

    private void add(char c) {
        if (Characters.isWord(c) || Characters.isCombining(c) || Characters.isApostrophe(c)) {
            word.append(c);
        } else {
            endWord();
        }
    }

    private void endWord() {
        boolean digits = word.chars().anyMatch(Character::isDigit);
        boolean id = digits && (word.length() > LONGEST_NUMBER || word.chars().anyMatch(Character::isLetter));
        if (!word.isEmpty() && !id) {
            name.append(name.isEmpty() ? "" : " ").append(word);
        }
        word.setLength(0);
    }

    /** Reads "%C3%A9" as a letter, "%20" as a blank, and any other sign as none. */
    private int decode(String text, int from, int until) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = from;
        while (at + 2 < until && text.charAt(at) == '%' && hex(text, at + 1) >= 0 && hex(text, at + 2) >= 0) {
            bytes.write(hex(text, at + 1) << 4 | hex(text, at + 2));
            at += 3;
        }
        String decoded = bytes.toString(StandardCharsets.UTF_8);
        decoded.chars().forEach(c -> add((char) c));
        if (decoded.isEmpty()) {
            endWord();
        }
        return Math.max(at, from + 1);
    }

    private static int hex(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }

    private static int withoutEnding(String text, int from, int until) {
        for (int dot = until - 1; dot > from && until - dot - 1 <= LONGEST_ENDING; dot--) {
            if (text.charAt(dot) == '.') {
                return dot;
            }
        }
        return until;
    }
}

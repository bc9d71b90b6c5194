package com.recipechatbot.analytics.privacy.redact.text;

import java.util.List;

/** A spelled "@" or "." with the spaces around it. An obvious one, such as "(at)", cannot mean anything else. */
public record SpelledMark(int start, int end, boolean isObvious) {

    static final List<String> DOTS = List.of("dot", "punkt", "punto", "point");

    /** What else joins the words of a mailbox or a domain. */
    private static final List<String> JOINTS = List.of(
            "dot",
            "punkt",
            "punto",
            "point",
            "underscore",
            "dash",
            "hyphen",
            "minus",
            "bindestrich",
            "unterstrich",
            "tiret",
            "trattino",
            "guion");

    static final List<String> AT = List.of("at", "arobase", "arroba", "chiocciola");

    private static final int MOST_SPACES = 2;
    private static final String OPENING = "([{<";
    private static final String CLOSING = ")]}>";

    /** The at mark whose sign or word begins at a place, or null. */
    public static SpelledMark at(ShadowText text, int place) {
        return switch (text.at(place)) {
            case '@' -> new SpelledMark(skipBack(text, place), skip(text, place + 1), true);
            case 'a', 'A', 'c', 'C' -> text.at(place - 1) == ' ' ? atWord(text, place) : null;
            case '(', '[', '{', '<' -> {
                SpelledMark word = word(text, place, "at");
                yield word == null ? word(text, place, "@") : word;
            }
            default -> null;
        };
    }

    private static SpelledMark atWord(ShadowText text, int place) {
        for (String at : AT) {
            SpelledMark mark = word(text, place, at);
            if (mark != null) {
                return mark;
            }
        }
        return null;
    }

    /** The dot mark that begins at a place, also a plain dot, or null. */
    public static SpelledMark dotAt(ShadowText text, int place) {
        if (text.at(place) == '.' && text.isLetterOrDigit(place + 1)) {
            return new SpelledMark(place, place + 1, true);
        }
        int first = skip(text, place);
        if (OPENING.indexOf(text.at(first)) >= 0
                && text.at(first + 1) == '.'
                && CLOSING.indexOf(text.at(first + 2)) >= 0) {
            return new SpelledMark(place, skip(text, first + 3), true);
        }
        for (String spelled : JOINTS) {
            SpelledMark mark = word(text, first, spelled);
            if (mark != null) {
                return mark;
            }
        }
        return null;
    }

    /** A dot with spaces around it, which mostly ends a sentence, or null. */
    public static SpelledMark spacedDotAt(ShadowText text, int place) {
        int dot = skip(text, place);
        return text.at(dot) == '.' ? new SpelledMark(place, skip(text, dot + 1), false) : null;
    }

    /** The spelled dot that ends where a label begins, or null. */
    public static SpelledMark dotBefore(ShadowText text, int label) {
        int last = skipBack(text, label);
        for (String joint : JOINTS) {
            int start = last - joint.length();
            boolean may = OPENING.indexOf(text.at(start)) >= 0 || text.startsWith(joint, start);
            SpelledMark mark = may ? dotAt(text, start) : null;
            if (mark != null && mark.end() == label && mark.start() < last - joint.length() + 1) {
                return mark;
            }
        }
        return null;
    }

    /** A word in brackets, or by itself between spaces. */
    private static SpelledMark word(ShadowText text, int place, String word) {
        int bracket = OPENING.indexOf(text.at(place));
        int start = bracket < 0 ? place : skip(text, place + 1);
        int end = start + word.length();
        if (!text.startsWith(word, start)) {
            return null;
        }
        if (bracket >= 0) {
            int close = skip(text, end);
            return text.at(close) == CLOSING.charAt(bracket)
                    ? new SpelledMark(skipBack(text, place), skip(text, close + 1), true)
                    : null;
        }
        boolean alone = text.at(place - 1) == ' ' && text.at(end) == ' ';
        return alone ? new SpelledMark(skipBack(text, place), skip(text, end), false) : null;
    }

    private static int skip(ShadowText text, int place) {
        int next = place;
        while (next - place < MOST_SPACES && text.at(next) == ' ') {
            next++;
        }
        return next;
    }

    private static int skipBack(ShadowText text, int place) {
        int before = place;
        while (place - before < MOST_SPACES && text.at(before - 1) == ' ') {
            before--;
        }
        return before;
    }
}

package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mentions found in one message so far, one for each key at its best rank. */
final class MentionList {

    private record Ranked(int rank, RecipeMention mention) {}

    /** A message with more is not about any of them, and would make the work quadratic. */
    private static final int MOST = 32;

    private List<Ranked> mentions = List.of();

    void add(int rank, CharSequence text, int from, int until) {
        String name = cleaned(text, from, until);
        String key = RecipeKey.of(name);
        if (key.isEmpty() || mentions.size() >= MOST) {
            return;
        }
        Ranked candidate = new Ranked(rank, new RecipeMention(name, key));
        for (int i = 0; i < mentions.size(); i++) {
            Ranked known = mentions.get(i);
            if (known.mention().key().equals(key)) {
                if (rank < known.rank()) {
                    mentions.set(i, candidate);
                }
                return;
            }
        }
        if (mentions.isEmpty()) {
            mentions = new ArrayList<>(2);
        }
        mentions.add(candidate);
    }

    boolean isEmpty() {
        return mentions.isEmpty();
    }

    void clear() {
        mentions = List.of();
    }

    List<RecipeMention> inOrder() {
        return mentions.isEmpty()
                ? List.of()
                : mentions.stream()
                        .sorted(Comparator.comparingInt(Ranked::rank))
                        .map(Ranked::mention)
                        .toList();
    }

    private static String cleaned(CharSequence text, int from, int until) {
        StringBuilder name = new StringBuilder(until - from);
        for (int i = from; i < until; i++) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (space ? !name.isEmpty() && name.charAt(name.length() - 1) != ' ' : !isMarkup(c)) {
                name.append(space ? ' ' : c);
            }
        }
        return name.toString();
    }

    private static boolean isMarkup(char c) {
        return switch (c) {
            case '*', '_', '#', '"', '“', '”', '`', '[', ']' -> true;
            default -> false;
        };
    }
}

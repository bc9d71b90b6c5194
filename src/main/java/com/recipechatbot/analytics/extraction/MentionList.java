package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mentions found in one message so far, one for each key at its best rank. */
final class MentionList {

    private record Ranked(int rank, RecipeMention mention) {}

    private final List<Ranked> mentions = new ArrayList<>(2);

    static MentionList add(MentionList list, int rank, String text, Sentence sentence, int from, int until) {
        String name = cleaned(text, sentence.starts[from], sentence.ends[until - 1]);
        String key = RecipeKey.of(name);
        if (key.isEmpty()) {
            return list;
        }
        MentionList mentions = list == null ? new MentionList() : list;
        mentions.add(new Ranked(rank, new RecipeMention(name, key)));
        return mentions;
    }

    List<RecipeMention> inOrder() {
        return mentions.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::mention)
                .toList();
    }

    private void add(Ranked candidate) {
        for (int i = 0; i < mentions.size(); i++) {
            Ranked known = mentions.get(i);
            if (known.mention().key().equals(candidate.mention().key())) {
                if (candidate.rank() < known.rank()) {
                    mentions.set(i, candidate);
                }
                return;
            }
        }
        mentions.add(candidate);
    }

    private static String cleaned(String text, int from, int until) {
        StringBuilder name = new StringBuilder(until - from);
        for (int i = from; i < until; i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '_' || c == '#' || c == '"' || c == '“' || c == '”' || c == '`') {
                continue;
            }
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space) {
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != ' ') {
                name.append(' ');
            }
        }
        return name.toString();
    }
}

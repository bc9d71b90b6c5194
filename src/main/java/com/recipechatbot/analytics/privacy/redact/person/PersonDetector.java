package com.recipechatbot.analytics.privacy.redact.person;

import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.Lexicon;
import com.recipechatbot.analytics.privacy.redact.text.Phrases;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.Role;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import com.recipechatbot.analytics.privacy.redact.text.Tokens;
import java.util.List;

/**
 * Claims the names of people: words that are more common as names than as anything else, or that the words around them
 * mark as names. A rare name without such words remains: a documented gap.
 */
public final class PersonDetector implements Detector {

    private static final int WIDEST_GAP = 3;
    private static final int LONGEST_PHRASE = 5;
    private static final Phrases INTRODUCTIONS = introductions(false);
    private static final Phrases MAYBE_INTRODUCTIONS = introductions(true);

    private static Phrases introductions(boolean maybe) {
        List<String> phrases = Resource.rows("introductions.csv").stream()
                .filter(row -> row.endsWith(",maybe") == maybe)
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
        return new Phrases(phrases);
    }

    @Override
    public int signals() {
        return Signals.NAME;
    }

    @Override
    public void claimIn(ShadowText text) {
        Tokens tokens = text.tokens();
        boolean shouted = isShouted(tokens);
        Stretches certain = IntroducedNames.in(text);
        for (int token = 0; token < tokens.size(); ) {
            boolean capital = tokens.isCapital(token) && !shouted;
            int introduction = introduction(text, tokens, token);
            if (introduction == 0 && isOrdinary(tokens, token)) {
                token++;
                continue;
            }
            Name name = capital || introduction > 0 || Name.isRareFirst(tokens, token)
                    ? Name.at(tokens, token, shouted)
                    : null;
            if (name == null) {
                token++;
                continue;
            }
            introduction = Math.max(introduction, introduction(text, tokens, name.first()));
            if (new NameEvidence(text, tokens, name, introduction, shouted).isEnough()) {
                int end = certain.claim(tokens.start(name.start()), name.end());
                token = name.last() + 1;
                while (token < tokens.size() && tokens.start(token) < end) {
                    token++;
                }
            } else {
                token = capital ? name.last() + 1 : token + 1;
            }
        }
        certain.claimRest();
    }

    /** Whether it begins a sentence, as any word may, and another word that no rule knows as a name follows. */
    private static boolean isOrdinary(Tokens tokens, int token) {
        int roles = tokens.roles(token);
        return Role.WORD.in(roles)
                && Lexicon.first(roles) + Lexicon.last(roles) == 0
                && !Role.TITLE.in(roles)
                && !tokens.is(token - 1, Role.TITLE)
                && (tokens.at(token - 1) != '.' || !tokens.is(token - 2, Role.TITLE))
                && tokens.isWord(token + 1)
                && !tokens.isCapital(token + 1)
                && !tokens.is(token + 1, Role.PARTICLE);
    }

    /** How sure one of the phrases before a token makes that a name follows, with a sign or two in between. */
    private static int introduction(ShadowText text, Tokens tokens, int token) {
        int last = token - 1;
        while (token - last <= WIDEST_GAP && !tokens.isWord(last) && " :,\n\"'*-.".indexOf(tokens.at(last)) >= 0) {
            last--;
        }
        if (tokens.is(last, Role.INTRODUCES) && ends(text, tokens, last, INTRODUCTIONS)) {
            return NameEvidence.INTRODUCED;
        }
        return tokens.is(last, Role.MAYBE_INTRODUCES) && ends(text, tokens, last, MAYBE_INTRODUCTIONS)
                ? NameEvidence.MAYBE_INTRODUCED
                : 0;
    }

    /** Whether a phrase ends with a token. */
    private static boolean ends(ShadowText text, Tokens tokens, int last, Phrases phrases) {
        for (int first = last; first > last - LONGEST_PHRASE && first >= 0; first--) {
            if (phrases.end(text, tokens.start(first)) == tokens.end(last)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is all in capitals, which then mean nothing. */
    private static boolean isShouted(Tokens tokens) {
        int words = 0;
        int shouted = 0;
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token) && tokens.end(token) - tokens.start(token) > 2) {
                words++;
                shouted += tokens.isShouted(token) ? 1 : 0;
            }
        }
        return shouted > 2 && shouted * 10 > words * 7;
    }
}

package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.Lexicon;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.Role;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import com.recipechatbot.analytics.privacy.redact.text.SpelledMark;
import com.recipechatbot.analytics.privacy.redact.text.WordHash;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Claims e-mail addresses that are spelled to escape machines: "jane at example dot com", "jane [at] example.com". */
final class SpelledEmailDetector implements Detector {

    private static final Set<String> TOP_LEVELS = new HashSet<>(Resource.lines("top_level_domains.txt"));
    private static final Set<String> PROVIDERS = new HashSet<>(Resource.lines("mail_providers.txt"));
    private static final Set<String> NO_MAILBOX = new HashSet<>(Resource.lines("no_mailbox.txt"));
    private static final java.util.List<String> ONE_WORD = java.util.List.of(
            "all one word", "as one word", "one word", "no spaces", "all lower case", "all lowercase");
    private static final int MOST_LABELS = 6;
    private static final int LONGEST_LABEL = 63;

    @Override
    public int signals() {
        return Signals.SIGN | Signals.SPELLED;
    }

    @Override
    public void claimIn(ShadowText text) {
        for (int place = 1; place < text.length(); place++) {
            SpelledMark at = SpelledMark.at(text, place);
            if (at != null) {
                int start = localStart(text, at.start());
                int end = start < at.start() ? domainEnd(text, at) : -1;
                if (end > 0) {
                    text.claim(PersonalDataType.EMAIL, start, end);
                    place = end - 1;
                }
            }
        }
    }

    /**
     * Where the mailbox before the mark begins: a word, or several separated by spelled dots; the mark itself without
     * one.
     */
    private static int localStart(ShadowText text, int mark) {
        int oneWord = oneWordStart(text, mark);
        if (oneWord >= 0) {
            return oneWord;
        }
        int start = labelStart(text, mark);
        for (int labels = 1; labels < MOST_LABELS; labels++) {
            start = beforeNumber(text, start);
            SpelledMark dot = SpelledMark.dotBefore(text, start);
            int label = dot == null ? start : labelStart(text, dot.start());
            if (dot == null || label == dot.start()) {
                break;
            }
            start = label;
        }
        while (start < mark && !text.isLetterOrDigit(start)) {
            start++;
        }
        return NO_MAILBOX.contains(text.substring(start, mark).toLowerCase(Locale.ROOT)) ? mark : start;
    }

    /** The start of the word before numbers in words: "baker nineteen". */
    private static int beforeNumber(ShadowText text, int label) {
        int start = label;
        for (int words = 0; words < MOST_LABELS && isSpokenAt(text, start); words++) {
            int before = text.at(start - 1) == ' ' ? labelStart(text, start - 1) : start;
            if (before >= start - 1) {
                break;
            }
            start = before;
        }
        return start;
    }

    private static boolean isSpokenAt(ShadowText text, int start) {
        WordHash word = new WordHash();
        for (int place = start; text.isLetter(place) && place - start < LONGEST_LABEL; place++) {
            word.add(text.at(place));
        }
        return Role.SPOKEN.in(Lexicon.roles(word.value()));
    }

    /** The start of "the hungry hen, all one word, at", or -1. */
    private static int oneWordStart(ShadowText text, int mark) {
        int end = mark;
        while (end > 0 && (text.at(end - 1) == ',' || text.at(end - 1) == ' ')) {
            end--;
        }
        int all = -1;
        for (String saying : ONE_WORD) {
            int start = end - saying.length();
            all = all < 0 && start > 0 && text.startsWith(saying, start) ? start : all;
        }
        int start = all;
        for (int words = 0; words < MOST_LABELS - 2 && all > 0; words++) {
            int wordEnd = start;
            while (wordEnd > 0 && (text.at(wordEnd - 1) == ' ' || (words == 0 && text.at(wordEnd - 1) == ','))) {
                wordEnd--;
            }
            int word = labelStart(text, wordEnd);
            String said = text.substring(word, wordEnd).toLowerCase(Locale.ROOT);
            if (word == wordEnd || said.equals("is") || said.equals("to")) {
                break;
            }
            start = word;
        }
        return all > 0 && start < all ? start : -1;
    }

    private static int labelStart(ShadowText text, int end) {
        int start = end;
        while (end - start < LONGEST_LABEL && isMailbox(text, start - 1)) {
            start--;
        }
        return start;
    }

    private static int domainEnd(ShadowText text, SpelledMark at) {
        int end = -1;
        int place = at.end();
        boolean spelledDot = false;
        StringBuilder domain = new StringBuilder();
        for (int labels = 0; labels < MOST_LABELS; labels++) {
            int label = place;
            while (place - label < LONGEST_LABEL && (text.isLetterOrDigit(place) || text.at(place) == '-')) {
                place++;
            }
            if (place == label) {
                break;
            }
            String name = text.substring(label, place).toLowerCase(Locale.ROOT);
            domain.append(name);
            boolean trusted = at.isObvious() || spelledDot || PROVIDERS.contains(domain.toString());
            if (labels > 0 && trusted && TOP_LEVELS.contains(name)) {
                end = place;
            }
            SpelledMark dot = SpelledMark.dotAt(text, place);
            if (dot == null && at.isObvious()) {
                dot = SpelledMark.spacedDotAt(text, place);
            }
            if (dot == null) {
                break;
            }
            spelledDot |= dot.end() - dot.start() > 1;
            domain.append('.');
            place = dot.end();
        }
        return end;
    }

    private static boolean isMailbox(ShadowText text, int place) {
        char character = text.at(place);
        return text.isLetterOrDigit(place)
                || character == '.'
                || character == '_'
                || character == '-'
                || character == '+';
    }
}

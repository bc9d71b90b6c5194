package com.recipechatbot.analytics.privacy.redact.person;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import java.util.ArrayList;
import java.util.List;

/**
 * Stretches of a text that are claimed in any case, in order, joined with whatever else is found there: a finer rule may
 * find more than a plain one, and never makes it find less.
 */
final class Stretches {

    private final ShadowText text;
    private final PersonalDataType type;
    private final List<Stretch> stretches = new ArrayList<>();
    private int next;

    private record Stretch(int start, int end) {}

    Stretches(ShadowText text, PersonalDataType type) {
        this.text = text;
        this.type = type;
    }

    /** @param start not before the start of an earlier stretch, which a later one extends if they overlap */
    void add(int start, int end) {
        int last = stretches.size() - 1;
        if (last >= 0 && start < stretches.get(last).end()) {
            Stretch before = stretches.get(last);
            stretches.set(last, new Stretch(before.start(), Math.max(before.end(), end)));
        } else {
            stretches.add(new Stretch(start, end));
        }
    }

    /**
     * Claims from start to end together with the stretches that overlap it, and all stretches before it.
     *
     * @return the end of what is claimed
     */
    int claim(int start, int end) {
        while (next < stretches.size() && stretches.get(next).end() <= start) {
            claimFree(stretches.get(next).start(), stretches.get(next).end());
            next++;
        }
        int from = start;
        int to = end;
        while (next < stretches.size() && stretches.get(next).start() < to) {
            from = Math.min(from, stretches.get(next).start());
            to = Math.max(to, stretches.get(next).end());
            next++;
        }
        claimFree(from, to);
        return to;
    }

    /** Claims the stretches that are left. */
    void claimRest() {
        for (; next < stretches.size(); next++) {
            claimFree(stretches.get(next).start(), stretches.get(next).end());
        }
    }

    /** Claims what nobody has claimed, from the first letter or digit to the last one of each free piece. */
    private void claimFree(int start, int end) {
        for (int place = start; place < end; ) {
            int pieceEnd = place;
            while (pieceEnd < end && text.at(pieceEnd) != ShadowText.MASK) {
                pieceEnd++;
            }
            claimPiece(place, pieceEnd);
            place = pieceEnd + 1;
        }
    }

    private void claimPiece(int start, int end) {
        int first = start;
        int last = end;
        while (first < last && !text.isLetterOrDigit(first)) {
            first++;
        }
        while (last > first && !text.isLetterOrDigit(last - 1)) {
            last--;
        }
        if (last > first) {
            text.claim(type, first, last);
        }
    }
}

package com.recipechatbot.analytics.privacy.redact;

/** What speaks for a name and against it, in tenths: how common its words are as names, and the words around it. */
final class NameEvidence {

    static final int INTRODUCED = 40;
    static final int MAYBE_INTRODUCED = 25;

    private static final int ENOUGH = 15;
    private static final int[] FIRST = {0, 9, 15, 20};
    private static final int[] LAST = {0, 7, 10, 12};

    private final Tokens tokens;
    private final Name name;
    private final int introduction;
    private final boolean shouted;

    NameEvidence(Tokens tokens, Name name, int introduction, boolean shouted) {
        this.tokens = tokens;
        this.name = name;
        this.introduction = introduction;
        this.shouted = shouted;
    }

    boolean isEnough() {
        if (tokens.at(name.last() + 1) == '@' && tokens.gap(name.last()) == 0) {
            return false;
        }
        if (name.isCapital()) {
            int own = name.first() == name.last() ? ofOneWord() : ofSeveralWords();
            return own + before() + after() + against() >= ENOUGH;
        }
        return isEnoughInLowerCase();
    }

    private boolean several() {
        return name.first() < name.last();
    }

    private int first(int token) {
        return FIRST[Lexicon.first(tokens.roles(token))];
    }

    private int last(int token) {
        return LAST[Lexicon.last(tokens.roles(token))];
    }

    private boolean isKnown(int token) {
        return first(token) + last(token) > 0;
    }

    private boolean isWord(int token) {
        return tokens.is(token, Role.WORD);
    }

    private int ofOneWord() {
        int token = name.first();
        int own = first(token) > 0 ? first(token) : last(token) * 7 / 10;
        own -= isWord(token) ? 12 : 0;
        if (!isKnown(token) && !name.isTitled() && introduction == 0) {
            own -= 10;
        }
        own += tokens.hasApostrophe(token) ? 5 : 0;
        if (tokens.isInitial(token)) {
            own = -10;
        }
        return own - 2 - (Name.startsSentence(tokens, token) ? 3 : 0);
    }

    private int ofSeveralWords() {
        int first = name.first();
        int last = name.last();
        int own = Math.max(first(first), last(first) * 6 / 10);
        own -= !isWord(first) ? 0 : first(first) == FIRST[3] ? 2 : 7;
        int end = Math.max(last(last), first(last) * 7 / 10);
        if (end == 0) {
            end = isWord(last) ? -5 : 10;
        } else if (isWord(last)) {
            end -= last(last) == LAST[3] ? 2 : 6;
        }
        own += end;
        own += first(first) > 0 ? 8 : 0;
        boolean allWords = true;
        boolean initial = false;
        int unknown = 0;
        for (int token = first; token <= last; token++) {
            if (tokens.isWord(token) && !tokens.is(token, Role.PARTICLE)) {
                allWords &= isWord(token);
                initial |= tokens.isInitial(token) && token > first;
                unknown += isKnown(token) ? 0 : 1;
            }
        }
        if (tokens.isInitial(first) && isKnown(last)) {
            own += 8;
        }
        own += initial && isKnown(first) ? 12 : 0;
        own -= allWords ? 8 : 0;
        own -= !isKnown(first) && unknown > 2 ? 15 : 0;
        own -= !isKnown(first) ? 5 : 0;
        return own;
    }

    /** What the words before it say. */
    private int before() {
        int before = name.first() - 1;
        int sum = introduction + (name.isTitled() ? 30 : 0);
        if (isKin(before)) {
            sum += 15;
        } else if (tokens.at(before) == ',' && isKin(before - 1)) {
            sum += 10;
        }
        boolean comma = tokens.at(before) == ',' || tokens.at(before) == '\n';
        if (tokens.is(before, Role.GREETING) || (comma && (isGreeting(before - 1) || isGreeting(before - 2)))) {
            sum += 13;
        }
        if ((tokens.at(before) == ',' || isOneOf(before, "and", "or", "&"))
                && tokens.at(before - 1) == ShadowText.MASK) {
            sum += 10;
        }
        sum += isOneOf(
                        before, "for", "with", "from", "by", "to", "tell", "ask", "told", "asked", "met", "remind",
                        "via")
                ? 4
                : 0;
        return sum;
    }

    private boolean isKin(int token) {
        return tokens.is(token, Role.KIN);
    }

    private boolean isGreeting(int token) {
        return tokens.is(token, Role.GREETING);
    }

    private boolean isOneOf(int token, String... words) {
        for (String word : words) {
            if (tokens.is(token, word)) {
                return true;
            }
        }
        return false;
    }

    /** What the words after it say. */
    private int after() {
        int next = name.last() + 1;
        boolean possessive = tokens.isPossessive(name.last());
        if (possessive) {
            return tokens.is(next, Role.OWNED) ? 12 : 2;
        }
        boolean called = !several() && tokens.at(name.first() - 1) == ',' && ",.!?".indexOf(tokens.at(next)) >= 0;
        boolean aside =
                tokens.at(next) == ',' && (tokens.isNumber(next + 1) || isOneOf(next + 1, "who", "my", "our", "the"));
        return (tokens.is(next, Role.VERB) ? 10 : 0) + (aside ? 5 : 0) + (called ? 3 : 0);
    }

    /** What makes it a dish, a place or a company. */
    private int against() {
        int before = name.first() - 1;
        int next = name.last() + 1;
        int dish = dishAfter();
        int sum = dish;
        boolean several = several();
        if (introduction < INTRODUCED && !name.isTitled()) {
            boolean famous = true;
            for (int token = name.first(); token <= name.last(); token++) {
                famous &= tokens.is(token, Role.FAMOUS) || !isKnown(token);
                sum -= tokens.is(token, Role.FOOD) && first(token) < FIRST[3] ? 15 : 0;
            }
            famous |= tokens.is(name.last(), Role.FAMOUS) && dish != 0;
            sum -= famous && isAnyFamous() ? 20 : 0;
            sum -= tokens.is(name.last(), Role.FOOD) && last(name.last()) < LAST[2] ? 20 : 0;
            sum -= tokens.is(name.last(), Role.PLACE) && (!several || !isKnown(name.first())) ? 20 : 0;
        }
        if (!tokens.isPossessive(name.last()) && (tokens.is(next, Role.COMPANY) && tokens.isCapital(next))) {
            sum -= 20;
        }
        sum -= several && tokens.is(name.last(), Role.COMPANY) && last(name.last()) < LAST[3] ? 20 : 0;
        sum -= isOneOf(before, "the") ? 18 : 0;
        sum -= isOneOf(before, "&") || tokens.at(next) == '&' ? 15 : 0;
        if (isOneOf(before, "in", "near", "at", "of", "around")) {
            sum -= several || tokens.isPossessive(name.last()) ? 5 : 12;
        }
        sum -= isOneOf(before, "a", "an", "make", "cook", "bake", "making", "cooking", "prepare", "some") ? 15 : 0;
        return sum;
    }

    private boolean isAnyFamous() {
        for (int token = name.first(); token <= name.last(); token++) {
            if (tokens.is(token, Role.FAMOUS)) {
                return true;
            }
        }
        return false;
    }

    /** A dish or a food after the name. */
    private int dishAfter() {
        boolean possessive = tokens.isPossessive(name.last());
        int next = name.last() + 1;
        if (possessive
                && tokens.is(next, Role.OWNED)
                && !tokens.is(next + 1, Role.FOOD)
                && !tokens.is(next + 1, Role.EATEN)) {
            return 0;
        }
        for (int token = next; token <= name.last() + 3 && tokens.isWord(token); token++) {
            if (tokens.is(token, Role.FOOD) || tokens.is(token, Role.EATEN)) {
                boolean near = possessive || token == name.last() + 1;
                return isWholeName() && near ? (possessive ? -2 : -16) : near ? -35 : -12;
            }
            if (tokens.is(token, Role.NO_NAME) || tokens.is(token, Role.VERB)) {
                return 0;
            }
        }
        return 0;
    }

    /** Whether it has a first and a last name, neither of which is a food. */
    private boolean isWholeName() {
        if (name.first() == name.last()) {
            return false;
        }
        for (int token = name.first(); token <= name.last(); token++) {
            if (tokens.is(token, Role.FAMOUS) || (tokens.is(token, Role.FOOD) && first(token) == 0)) {
                return false;
            }
        }
        return first(name.first()) > 0 && !isWord(name.last());
    }

    private boolean isEnoughInLowerCase() {
        int token = name.first();
        int next = name.last() + 1;
        boolean several = several();
        if (introduction == INTRODUCED) {
            return !tokens.is(token, Role.NO_NAME) && (!tokens.is(token, Role.WORD) || isKnown(token));
        }
        if (!Name.isRare(tokens, token) || (!several && tokens.is(token, Role.FAMOUS))) {
            return false;
        }
        if (!several && introduction == 0 && !name.isTitled() && !isKin(token - 1) && isShort(token)) {
            return false;
        }
        int sum = several ? first(token) + Math.max(last(name.last()), 5) + 5 : first(token) - 8;
        sum += introduction > 0 || name.isTitled() ? 20 : 0;
        sum += isKin(token - 1) ? 13 : 0;
        sum += isGreeting(token - 1) ? 6 : 0;
        sum += tokens.is(next, Role.VERB) ? 6 : 0;
        sum += isOneOf(token - 1, "for", "with", "from", "by", "to", "tell", "ask", "told", "asked") ? 4 : 0;
        sum += tokens.isPossessive(name.last()) && tokens.is(next, Role.OWNED) ? 8 : 0;
        sum += dishAfter();
        sum -= isOneOf(token - 1, "a", "an", "the", "some", "make", "cook", "recipe", "of", "in") ? 15 : 0;
        return first(token) >= FIRST[several || shouted ? 2 : 3] - (introduction > 0 || isKin(token - 1) ? 11 : 0)
                && sum >= ENOUGH;
    }

    /** Too short to tell a name from the beginning of a word: "season to ta" is a text that was cut off. */
    private boolean isShort(int token) {
        return tokens.end(token) - tokens.start(token) <= 2;
    }
}

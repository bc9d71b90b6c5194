package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Cues;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;
import com.recipechatbot.analytics.privacy.redact.text.Lexicon;
import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.Role;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import com.recipechatbot.analytics.privacy.redact.text.WordHash;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Claims ids of people and their things, secrets, dates of birth and ages by the words before them. An id without such
 * words or a form of its own remains: a documented gap.
 */
public final class CuedIdDetector implements Detector {

    private static final int LOOK_AHEAD = 100;
    private static final int MOST_VALUES = 6;
    private static final int OLDEST = 120;
    private static final int BEFORE_AGE = 24;
    private static final int AFTER_AGE = 20;
    private static final int MOST_PIECES = 8;
    private static final int LONGEST_CODE = 40;
    private static final int FEWEST_DIGITS = 3;
    private static final int FEWEST_DIGITS_OF_A_PLATE = 2;
    private static final int FEWEST_LETTERS_OF_A_PLATE = 3;
    private static final int SHORTEST_CODE = 5;
    private static final int SHORTEST_UNSEPARATED_SECRET = 6;

    /** Between a cue and its value. */
    private static final Pattern FILLERS = Pattern.compile(
            "(?:(?:for|at|of|on|in|to) (?:[a-z]{1,12} ){0,4}[a-z]{1,12}(?= (?:is|was)\\b| ?:)|, [a-z ]{1,20},(?= is\\b)"
                    + "|[\\s:=#\"'(*>-]|\\.(?=[\\s:])|(?:number|numbers|no|nr|num|nummer|numero|is|was|are|id|ids|code|codes|card|my|your"
                    + "|his|her|our|the|it|its|it's|on|for|this|that|at|to|ist|lautet|es|est|e|and|account|as|end|ends|plate|plates|name|called"
                    + "|header|key|value|currently)(?![A-Za-z0-9]))*+",
            Pattern.CASE_INSENSITIVE);

    /** Whether what follows is said to be the value, rather than something about it. */
    private static final Pattern SAYS =
            Pattern.compile(".*(?:[:=\"]|\\b(?:is|was|are|ist|es|est|lautet)\\b).*", Pattern.DOTALL);

    /** Between a value and the next one behind the same cue. */
    private static final Pattern NEXT = Pattern.compile(
            "(?:[\\s,;/&:]|(?:and|or|und|oder|et|ou|y|o|hers|his|mine|her|my|theirs|is|are|the|other|one)(?![A-Za-z0-9]))++",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMERIC_DAY =
            Pattern.compile("[0-9]{1,4} ?[./-] ?[0-9]{1,2} ?[./-] ?[0-9]{2,4}(?![0-9])");
    private static final Pattern WRITTEN_DAY = Pattern.compile(
            "(?:[0-9]{1,2}(?:st|nd|rd|th|er|\\.|º)? (?:of |de |di )?([\\p{L}]{3,10})\\.?(?:,? (?:of |de |del )?(?:[0-9]{4}|'?[0-9]{2})(?![0-9]))?"
                    + "|([\\p{L}]{3,10})\\.? (?:the )?[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9])(?:,? (?:[0-9]{4}|'[0-9]{2})(?![0-9]))?"
                    + "|([\\p{L}]{3,10}),? [0-9]{4}(?![0-9]))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("(?:19[1-9]|20[0-2])[0-9](?![0-9])");
    private static final Pattern COMPACT_DAY = Pattern.compile("(?:[0-9]{8}|[0-9]{6})(?![0-9])");
    private static final Pattern AGE = Pattern.compile(
            "([0-9]{1,3})(?![0-9.,/-]?[0-9]|[ -]?(?:months?|weeks?|days?|hours?|minutes?|years?(?! ?-?old)|%|°|[gx]\\b))");
    private static final Pattern OLD = Pattern.compile(
            "(?<![A-Za-z0-9])(?:i'm|i am|im|he is|he's|she is|she's|am|who is|turned|turning|turns|[a-z]{3,12} is|just)"
                    + " ([0-9]{1,3})(?: ?(?:years?|yrs?)[ -]?old|[ -]?y\\.?/?o\\.?(?![a-z])| years? of age)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> KEPT = Set.of(
            "starter",
            "sourdough",
            "recipe",
            "cheese",
            "wine",
            "oven",
            "cheddar",
            "whisky",
            "whiskey",
            "bread",
            "dish",
            "yeast");
    private static final Pattern SECRET = Pattern.compile("[^\\s\"'<>\uFFFF]{3,200}");
    private static final String DIGIT_WORDS =
            "(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|double|triple|null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
                    + "|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
                    + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)";
    private static final Pattern PIN = Pattern.compile(
            "[0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9])|[A-Za-z*#]?[0-9]{3,8}[A-Za-z*#]?(?![A-Za-z0-9])|" + DIGIT_WORDS
                    + "(?:[ ,-]{1,2}" + DIGIT_WORDS + "){2,7}(?: (?:hash|star|pound|asterisk))?(?![A-Za-z])",
            Pattern.CASE_INSENSITIVE);
    /** A password as it is dictated: "capital R raspberry seven seven exclamation mark". */
    private static final Pattern SPOKEN_SECRET = Pattern.compile(
            "(?:(?:all )?(?:capital|uppercase|upper case|lowercase|lower case|small)\\b[^.,;!?\n\uFFFF]{1,60}"
                    + "|[^.,;!?\n\uFFFF]{1,40}? (?:underscore|exclamation mark|exclamation point|question mark|hashtag|dollar sign|at sign|asterisk|ampersand)(?![A-Za-z])"
                    + "(?:[ -]" + DIGIT_WORDS + ")*|[A-Za-z]{2,15}(?:[ -]" + DIGIT_WORDS + "){2,8}(?![A-Za-z]))",
            Pattern.CASE_INSENSITIVE);

    private static final String DAY_WORD =
            "(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
                    + "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
    private static final String YEAR_WORDS =
            "(?:nineteen|twenty|two thousand)(?:[ -](?:and |hundred and |hundred )?(?:oh[ -])?" + DIGIT_WORDS
                    + "){1,2}(?![A-Za-z])";
    private static final Pattern SPOKEN_DAY = Pattern.compile(
            "(?:the )?" + DAY_WORD + " (?:of )?([\\p{L}]{3,10})(?:,? (?:of |in )?(?:" + YEAR_WORDS
                    + "|[0-9]{4}(?![0-9])))?"
                    + "|([\\p{L}]{3,10}) (?:the )?" + DAY_WORD + "(?![A-Za-z])(?:,? (?:" + YEAR_WORDS
                    + "|[0-9]{4}(?![0-9])))?"
                    + "|([\\p{L}]{3,10}),? " + YEAR_WORDS + "|" + YEAR_WORDS,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLE = Pattern.compile("@?[A-Za-z0-9_][A-Za-z0-9_.-]{2,30}");
    private static final Pattern PLACE = Pattern.compile(
            "(?:lat(?:itude)?[ :=]*)?[+-]?[0-9]{1,3}[.°][0-9.°' ]{1,16}[\"']?[NSns]?[,;/ ]{1,3}(?:(?:and )?(?:lon|lng|long|longitude)[ :=]*)?"
                    + "[+-]?[0-9]{1,3}[.°][0-9.°' ]{1,16}[\"']?[EWOewo]?");
    /** With a digit or an underscore in it, or of the speaker: other words after an at sign are not handles. */
    private static final Pattern FREE_HANDLE = Pattern.compile(
            "(?<![A-Za-z0-9_.@\uFFFF])@(?=[A-Za-z]{0,30}(?:[0-9_]|\\.[A-Za-z0-9]))[A-Za-z][A-Za-z0-9_.]{2,30}"
                    + "|(?<=(?:\\bi am|\\bi'm|\\bim|\\bme at) )@[A-Za-z0-9_.]{3,30}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PROFILE = Pattern.compile(
            "(?<![A-Za-z0-9@.])(?:https?://)?(?:www\\.|m\\.)?(?:instagram\\.com/(?!p/|reel|explore|stories)|facebook\\.com/(?!groups|watch|events|marketplace)|fb\\.com/"
                    + "|twitter\\.com/(?!search|hashtag)|x\\.com/|linkedin\\.com/in/|tiktok\\.com/@|t\\.me/|wa\\.me/|snapchat\\.com/add/"
                    + "|github\\.com/|reddit\\.com/u(?:ser)?/|pinterest\\.com/(?!pin/|ideas)|youtube\\.com/@|threads\\.net/@|venmo\\.com/|paypal\\.me/)"
                    + "[A-Za-z0-9_@][^\\s<>\"',;)\uFFFF]{0,80}",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> MONTHS = new HashSet<>(Resource.lines("months.txt"));

    @Override
    public int signals() {
        return Signals.ID | Signals.SIGN;
    }

    @Override
    public void claimIn(ShadowText text) {
        claimCued(text);
        claimAges(text);
        if (contains(text, '/')) {
            claimAll(text, PROFILE, PersonalDataType.URL);
        }
        if (contains(text, '@')) {
            claimAll(text, FREE_HANDLE, PersonalDataType.ID);
        }
    }

    private static boolean contains(ShadowText text, char character) {
        for (int place = 0; place < text.length(); place++) {
            if (text.at(place) == character) {
                return true;
            }
        }
        return false;
    }

    private static void claimAges(ShadowText text) {
        DigitGroups groups = text.digitGroups();
        for (int group = 0; group < groups.size(); group++) {
            int end = groups.end(group);
            int next = text.at(end) == ' ' || text.at(end) == '-' ? end + 1 : end;
            if (groups.length(group) <= 3 && groups.isFree(group) && text.startsWith("y", next)) {
                claimAge(text, groups.start(group), end);
            }
        }
    }

    private static void claimAge(ShadowText text, int start, int end) {
        int from = Math.max(0, start - BEFORE_AGE);
        Matcher matcher = OLD.matcher(text.substring(from, Math.min(text.length(), end + AFTER_AGE)));
        while (matcher.find()) {
            String subject = matcher.group().toLowerCase(Locale.ROOT).split(" ")[0];
            if (from + matcher.start(1) == start
                    && Integer.parseInt(matcher.group(1)) <= OLDEST
                    && !KEPT.contains(subject)) {
                IdFormDetector.claim(text, PersonalDataType.BIRTH, start, end);
            }
        }
    }

    private static void claimAll(ShadowText text, Pattern pattern, PersonalDataType type) {
        Matcher matcher = pattern.matcher(text.substring(0, text.length()));
        while (matcher.find()) {
            IdFormDetector.claim(text, type, matcher.start(), matcher.end());
        }
    }

    private static void claimCued(ShadowText text) {
        for (int place = 0; place < text.length(); place++) {
            IdCues.Found cue = LookAlikes.isLetter(text.at(place)) && !text.isLetterOrDigit(place - 1)
                    ? IdCues.at(text, place)
                    : null;
            if (cue != null) {
                place = Math.max(place, claimValues(text, cue) - 1);
            }
        }
    }

    /** The end of the last value behind a cue, or of the cue. */
    private static int claimValues(ShadowText text, IdCues.Found cue) {
        int end = cue.end();
        String ahead = text.substring(end, Math.min(text.length(), end + LOOK_AHEAD));
        Matcher fillers = FILLERS.matcher(ahead);
        int start = fillers.lookingAt() ? end + fillers.end() : end;
        boolean says = SAYS.matcher(ahead.substring(0, start - end)).matches();
        for (int values = 0; values < MOST_VALUES; values++) {
            int valueEnd = valueEnd(text, cue.kind(), start, says);
            if (valueEnd <= start) {
                break;
            }
            IdFormDetector.claim(text, cue.kind().type(), start, valueEnd);
            end = valueEnd;
            Matcher next = NEXT.matcher(text.substring(end, Math.min(text.length(), end + LOOK_AHEAD)));
            if (!next.lookingAt()) {
                break;
            }
            start = end + next.end();
            says = false;
        }
        return end;
    }

    private static int valueEnd(ShadowText text, IdCues.Kind kind, int start, boolean says) {
        if (start >= text.length() || text.at(start) == ShadowText.MASK) {
            return -1;
        }
        String value = text.substring(start, Math.min(text.length(), start + LOOK_AHEAD));
        int length = switch (kind) {
            case CODE -> codeLength(text, start);
            case BIRTH -> dayLength(value);
            case AGE -> ageLength(value);
            case SECRET -> secretLength(value, says);
            case PIN ->
                matched(PIN, value) > 0 && !Cues.isUnitAfter(text, start + matched(PIN, value))
                        ? matched(PIN, value)
                        : -1;
            case HANDLE -> handleLength(value, says);
            case PLACE -> matched(PLACE, value);
        };
        return start + length;
    }

    private static int matched(Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    private static int dayLength(String value) {
        Matcher written = WRITTEN_DAY.matcher(value);
        if (written.lookingAt()) {
            for (int group = 1; group <= written.groupCount(); group++) {
                if (written.group(group) != null && isMonth(written.group(group))) {
                    return written.end();
                }
            }
        }
        Matcher spoken = SPOKEN_DAY.matcher(value);
        if (spoken.lookingAt()) {
            boolean month = false;
            boolean named = false;
            for (int group = 1; group <= spoken.groupCount(); group++) {
                named |= spoken.group(group) != null;
                month |= spoken.group(group) != null && isMonth(spoken.group(group));
            }
            if (month || !named) {
                return spoken.end();
            }
        }
        for (Pattern form : List.of(NUMERIC_DAY, COMPACT_DAY, YEAR)) {
            int length = matched(form, value);
            if (length > 0) {
                return length;
            }
        }
        return -1;
    }

    private static boolean isMonth(String word) {
        StringBuilder bare = new StringBuilder();
        word.chars().forEach(letter -> bare.append(LookAlikes.bare((char) letter)));
        return MONTHS.contains(bare.toString());
    }

    private static int ageLength(String value) {
        Matcher age = AGE.matcher(value);
        return age.lookingAt() && Integer.parseInt(age.group(1)) <= OLDEST ? age.end(1) : -1;
    }

    /** Words after "password" are seldom one; what has a digit or a sign in it, or is said to be one, is. */
    private static int secretLength(String value, boolean says) {
        int dictated = says ? matched(SPOKEN_SECRET, value) : -1;
        if (dictated > 0) {
            return dictated;
        }
        int length = matched(SECRET, value);
        if (length < 0) {
            return -1;
        }
        String secret = value.substring(0, length);
        boolean digit = secret.chars().anyMatch(character -> character >= '0' && character <= '9');
        boolean telling = digit && secret.length() >= SHORTEST_UNSEPARATED_SECRET;
        return says || telling ? length : -1;
    }

    private static int handleLength(String value, boolean says) {
        int length = matched(HANDLE, value);
        if (length < 0) {
            return -1;
        }
        String handle = value.substring(0, length);
        boolean telling = handle.charAt(0) == '@'
                || handle.chars().anyMatch(character -> character == '_' || (character >= '0' && character <= '9'));
        boolean word = !telling && Role.WORD.in(Lexicon.roles(WordHash.of(handle.replaceAll("[.-].*", ""))));
        return telling || (says && !word) ? length : -1;
    }

    /** Groups of letters and digits with a few digits among them; words end it. */
    private static int codeLength(ShadowText text, int start) {
        int end = start;
        int digits = 0;
        int letters = 0;
        int place = start;
        for (int pieces = 0; pieces < MOST_PIECES && place - start < LONGEST_CODE; pieces++) {
            int pieceEnd = place;
            int pieceDigits = 0;
            while (text.isLetterOrDigit(pieceEnd) && pieceEnd - start <= LONGEST_CODE) {
                pieceDigits += text.isDigit(pieceEnd) ? 1 : 0;
                pieceEnd++;
            }
            if (pieceEnd == place || (pieceDigits == 0 && !isPart(text, place, pieceEnd))) {
                break;
            }
            if (digits > 0 && letters == 0 && pieceDigits > 0 && Cues.isUnitAfter(text, pieceEnd)) {
                break;
            }
            digits += pieceDigits;
            letters += pieceEnd - place - pieceDigits;
            end = pieceEnd;
            place = pieceEnd;
            int joints = 0;
            while (joints < 3 && " ./-".indexOf(text.at(place)) >= 0) {
                place++;
                joints++;
            }
            if (joints == 0) {
                break;
            }
        }
        boolean mixed = digits >= FEWEST_DIGITS_OF_A_PLATE && letters >= FEWEST_LETTERS_OF_A_PLATE;
        boolean enough = (digits >= FEWEST_DIGITS || mixed) && end - start >= SHORTEST_CODE;
        return enough && !Cues.isUnitAfter(text, end) ? end - start : -1;
    }

    /** Whether letters are a part of a code: a few capitals, or what is not a word. */
    private static boolean isPart(ShadowText text, int start, int end) {
        boolean capitals = true;
        for (int place = start; place < end; place++) {
            capitals &= Character.isUpperCase(text.at(place));
        }
        int length = end - start;
        boolean word = Role.WORD.in(Lexicon.roles(WordHash.of(text.substring(start, end))));
        return capitals ? length <= 6 : length <= 3 && !word;
    }
}

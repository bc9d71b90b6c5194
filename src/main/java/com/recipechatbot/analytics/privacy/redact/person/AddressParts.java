package com.recipechatbot.analytics.privacy.redact.person;

import com.recipechatbot.analytics.privacy.redact.text.Cues;
import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;
import com.recipechatbot.analytics.privacy.redact.text.Role;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.StreetEnds;
import com.recipechatbot.analytics.privacy.redact.text.Tokens;

/** Reads the parts of postal addresses. Each method gives the last token of a part that begins at a token, or -1. */
final class AddressParts {

    private static final int MOST_NAMES = 4;
    private static final int MOST_PARTS = 6;
    private static final int MOST_TOKENS = 24;
    private static final int LONGEST_NUMBER = 6;
    private static final int SHORTEST_POSTCODE = 4;
    private static final int SHORTEST_WAY = 6;
    private static final java.util.Set<String> BRITISH =
            java.util.Set.of("A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA");

    private final ShadowText text;
    private final Tokens tokens;

    AddressParts(ShadowText text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** An address that needs no introduction, with the town after it. */
    int address(int token) {
        int last = unit(token);
        if (last >= 0) {
            return afterUnit(last);
        }
        last = street(token);
        if (last < 0) {
            last = postBox(token);
        }
        if (last < 0 && tokens.isNumber(token)) {
            last = block(token);
        }
        if (last >= 0) {
            return rest(last);
        }
        if (tokens.isNumber(token)) {
            return upToPostcode(token);
        }
        if (!tokens.isCapital(token)) {
            return -1;
        }
        last = postcode(token, true);
        last = last < 0 ? houseBeforePostcode(token) : last;
        last = last < 0 ? buildingBeforeUnit(token) : last;
        return last < 0 ? upToPostcode(token) : last;
    }

    /** More units, a building and a street: "Flat 4, Shanti Apartments, 19 Linking Road"; or units alone with a town. */
    private int afterUnit(int unit) {
        int last = unit;
        int units = 1;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            int next = skipComma(last);
            int street = street(next);
            street = street < 0 ? namesBeforeStreet(next) : street;
            if (street >= 0) {
                return rest(street);
            }
            int end = unit(next);
            units += end < 0 ? 0 : 1;
            end = end < 0 && next > last + 1 ? town(next) : end;
            if (end < 0 || (unit(next) < 0 && tokens.at(end + 1) != ',')) {
                break;
            }
            last = end;
        }
        if (units < 2) {
            return -1;
        }
        int end = rest(last);
        return tokens.isNumber(end) && tokens.end(end) - tokens.start(end) > SHORTEST_POSTCODE ? end : -1;
    }

    /** "Wohnheim Haus 6, Zimmer 214, Lange Straße 46": a building whose units come before the street. */
    private int buildingBeforeUnit(int token) {
        int unit = isUnitWord(token) ? -1 : unit(token + 1);
        return unit < 0 || tokens.gap(token) != 1 || tokens.is(token, Role.NO_NAME) ? -1 : afterUnit(unit);
    }

    /** "Am Alten Markt 3, 18055 Rostock": no word says that it is a street, but the postcode does. */
    private int houseBeforePostcode(int token) {
        int next = token;
        for (int names = 0; names <= MOST_NAMES && !tokens.isNumber(next); names++) {
            boolean name =
                    tokens.isWord(next) && (tokens.isCapital(next) || (names > 0 && tokens.is(next, Role.PARTICLE)));
            if (!name) {
                return -1;
            }
            next++;
            if (tokens.at(next) == '.' && tokens.end(next - 1) - tokens.start(next - 1) < 5) {
                next++;
            } else if (tokens.at(next) == '-' && tokens.gap(next) == 0) {
                next++;
            }
        }
        if (!tokens.isNumber(next) || next == token || tokens.end(next) - tokens.start(next) >= SHORTEST_POSTCODE) {
            return -1;
        }
        int code = skipComma(glued(next));
        if (code == glued(next) + 1 && tokens.at(code) != '\n') {
            return -1;
        }
        int end = townAfterPostcode(code);
        end = end < 0 && !tokens.is(token, Role.WORD) ? postcodeAfterTown(code) : end;
        return end < 0 ? -1 : rest(glued(next));
    }

    private int postcodeAfterTown(int token) {
        int town = town(token);
        int code = town + 1;
        return town >= 0
                        && (isSpaced(code)
                                || (tokens.isNumber(code)
                                        && tokens.end(code) - tokens.start(code) == 5
                                        && !isQuantity(code)))
                ? code
                : -1;
    }

    /** The postcode and the town behind it, but no year. */
    private int townAfterPostcode(int token) {
        int code = tokens.at(token) == '\n' ? token + 1 : token;
        int length = tokens.end(code) - tokens.start(code);
        boolean polish = isPolish(code) || isSpaced(code);
        int last = isPolish(code) ? code + 2 : polish ? code + 1 : code;
        return tokens.isNumber(code)
                        && (polish || length == 5)
                        && !isQuantity(last)
                        && tokens.isCapital(last + 1)
                        && isTown(last + 1)
                ? last
                : -1;
    }

    /** Names and numbers in capitals up to a British postcode; in lower case from a house number on, with a street. */
    private int upToPostcode(int token) {
        boolean number = tokens.isNumber(token);
        boolean inside = text.isLetterOrDigit(tokens.start(token) - 1);
        if (inside || (number ? isQuantity(token) || continuesNumber(token) : Name.isRareFirst(tokens, token))) {
            return -1;
        }
        boolean street = false;
        boolean lower = false;
        int commas = 0;
        for (int next = token; next < token + MOST_TOKENS && next < tokens.size(); next++) {
            if (next > token && tokens.isWord(next)) {
                int end = lettersAndDigits(next, number && lower && street);
                if (end >= 0 && (commas > 0 || street)) {
                    return end;
                }
            }
            boolean name = tokens.isNumber(next)
                    || (tokens.isWord(next)
                            && (tokens.isCapital(next)
                                    || tokens.is(next, Role.PARTICLE)
                                    || tokens.is(next, "of")
                                    || tokens.is(next, "on")
                                    || isGlued(next)
                                    || (number && !tokens.is(next, Role.NO_NAME))));
            boolean sign = ",-'\n/".indexOf(tokens.at(next)) >= 0 || (tokens.at(next) == '.' && !endsSentence(next));
            if (!name && !sign) {
                return -1;
            }
            lower |= tokens.isWord(next) && !tokens.isCapital(next) && !isGlued(next);
            street |= tokens.is(next, Role.STREET) || tokens.is(next, Role.MAYBE_STREET);
            commas += tokens.at(next) == ',' ? 1 : 0;
        }
        return -1;
    }

    /** "2-14-7 Yanaka" or "6 Chome-10-1 Roppongi", with a town behind it that has a postcode or a name as in Japan. */
    private int block(int token) {
        int last = glued(token);
        boolean chome = tokens.is(last + 1, "chome");
        last = chome ? glued(last + 1) : last;
        int name = last + 1;
        if ((!chome && last < token + 4)
                || !tokens.isCapital(name)
                || continuesNumber(token)
                || tokens.at(name + 1) != ',') {
            return -1;
        }
        int end = rest(name);
        boolean japan = chome;
        for (int next = name; next <= end; next++) {
            japan |= tokens.is(next, "ku") || tokens.is(next, "shi") || tokens.is(next, "cho") || isJapanese(next);
        }
        return japan ? name : -1;
    }

    /** "106-6108" */
    private boolean isJapanese(int token) {
        return isHyphenated(token, 3, 4);
    }

    /** "753 10", in Sweden before a town, in Greece behind one. */
    private boolean isSpaced(int token) {
        return tokens.isNumber(token)
                && tokens.end(token) - tokens.start(token) == 3
                && tokens.gap(token) == 1
                && tokens.isNumber(token + 1)
                && tokens.end(token + 1) - tokens.start(token + 1) == 2
                && !isQuantity(token + 1)
                && (tokens.isCapital(token + 2) || tokens.isCapital(token - 1));
    }

    /** "90-063" */
    private boolean isPolish(int token) {
        return isHyphenated(token, 2, 3) && tokens.isCapital(token + 3);
    }

    private boolean isHyphenated(int token, int digits, int more) {
        return tokens.isNumber(token)
                && tokens.end(token) - tokens.start(token) == digits
                && tokens.at(token + 1) == '-'
                && tokens.gap(token) == 0
                && tokens.gap(token + 1) == 0
                && tokens.isNumber(token + 2)
                && tokens.end(token + 2) - tokens.start(token + 2) == more;
    }

    /** "seventy two Harcourt Terrace": a house number in words and a street in capitals. */
    int spoken(int token) {
        int next = token;
        while (next < token + MOST_PARTS && (tokens.is(next, Role.SPOKEN) || isBetweenSpoken(next, token))) {
            next++;
        }
        if (next == token || !tokens.isCapital(next) || tokens.is(token - 1, Role.SPOKEN)) {
            return -1;
        }
        int street = namesBeforeStreet(next);
        return street < 0 || !tokens.isCapital(street) ? -1 : rest(street);
    }

    private boolean isBetweenSpoken(int token, int first) {
        return token > first
                && (tokens.at(token) == '-' || tokens.is(token, "and"))
                && tokens.is(token + 1, Role.SPOKEN);
    }

    /** What follows "my address is": numbers, names and signs, with a house number or a postcode among them. */
    int introduced(int token, boolean code) {
        if (code && tokens.isNumber(token)) {
            return postcode(token, false);
        }
        int last = -1;
        int capitals = 0;
        boolean number = false;
        boolean street = false;
        for (int next = token; next < token + MOST_TOKENS && next < tokens.size(); next++) {
            boolean ends = tokens.is(next, Role.STREET) || tokens.is(next, Role.MAYBE_STREET);
            if (tokens.isNumber(next)) {
                if (isQuantity(next)) {
                    break;
                }
                number = true;
                last = next;
            } else if (tokens.isWord(next)) {
                boolean known = ends || tokens.is(next, Role.PARTICLE) || isUnitWord(next) || isGlued(next);
                boolean name = next == token
                        || !tokens.is(next, Role.NO_NAME)
                        || tokens.is(next, Role.PLACE)
                        || tokens.isShouted(next);
                boolean first = next < token + 3 && name && !tokens.is(next, Role.WORD);
                if (!(tokens.isNameLike(next) && name) && !known && !first) {
                    break;
                }
                capitals += tokens.isNameLike(next) && !isGlued(next) ? 1 : 0;
                street |= ends && next > token;
                last = next;
            } else if (",.#-/'\n".indexOf(tokens.at(next)) < 0 || endsSentence(next)) {
                break;
            }
        }
        return number && (capitals > 0 || street) ? last : -1;
    }

    private boolean endsSentence(int token) {
        char sign = tokens.at(token);
        if (sign == '\n') {
            return tokens.at(token + 1) == '\n';
        }
        boolean abbreviation = tokens.end(token - 1) - tokens.start(token - 1) < 4 && tokens.isWord(token - 1);
        return sign == '.' && !abbreviation && !tokens.isNumber(token + 1);
    }

    private boolean isUnitWord(int token) {
        return tokens.is(token, Role.UNIT);
    }

    private boolean isGlued(int token) {
        return tokens.isWord(token) && tokens.isNumber(token - 1) && tokens.gap(token - 1) == 0;
    }

    boolean isQuantity(int token) {
        return Cues.isUnitAfter(text, tokens.end(token))
                && !isGlued(token + 1)
                && !(isDirection(token + 1) && tokens.isCapital(token + 1) && tokens.isCapital(token + 2));
    }

    /** "Flat 6", "Suite 400", "18th Floor". */
    private int unit(int token) {
        if (isUnitWord(token)
                && (tokens.isNumber(token + 1) || tokens.at(token + 1) == '.' || tokens.isInitial(token + 1))) {
            int number = tokens.at(token + 1) == '.' ? token + 2 : token + 1;
            return tokens.isNumber(number) ? glued(number) : tokens.isInitial(number) ? glued(number) : -1;
        }
        if (tokens.at(token) == '#' && tokens.isNumber(token + 1) && tokens.gap(token) == 0) {
            return glued(token + 1);
        }
        if (tokens.is(token, "h") && tokens.at(token + 1) == '.' && tokens.is(token + 2, "no")) {
            int number = tokens.at(token + 3) == '.' ? token + 4 : token + 3;
            return tokens.isNumber(number) ? glued(number) : -1;
        }
        if (tokens.is(token, Role.STREET) && tokens.is(token + 1, "no")) {
            int number = tokens.at(token + 2) == '.' ? token + 3 : token + 2;
            return tokens.isNumber(number) ? glued(number) : -1;
        }
        if (tokens.isNumber(token) && tokens.at(token + 1) == '/' && tokens.is(token + 2, "f")) {
            return token + 2;
        }
        if (tokens.isNumber(token) && isGlued(token + 1) && isUnitWord(token + 2)) {
            return token + 2;
        }
        if (isFloor(token)) {
            return isFloor(token + 2) ? token + 3 : tokens.isInitial(token + 2) ? token + 2 : token + 1;
        }
        return -1;
    }

    /** "3º B", "2n 1a" between commas. */
    private boolean isFloor(int token) {
        return tokens.isNumber(token)
                && tokens.end(token) - tokens.start(token) < 3
                && isGlued(token + 1)
                && tokens.end(token + 1) - tokens.start(token + 1) < 3
                && (tokens.at(token - 1) == ',' || isGlued(token - 1))
                && (tokens.at(token + 2) == ',' || tokens.at(token + 3) == ',' || tokens.at(token + 4) == ',')
                && !isQuantity(token);
    }

    /** The last token of a number with the letters and numbers glued to it: "12B", "31-33", "1/45", "6-1-10". */
    private int glued(int token) {
        int last = token;
        while (tokens.gap(last) == 0 && last - token < 6) {
            boolean letters = tokens.at(last + 1) == '-'
                    && tokens.gap(last + 1) == 0
                    && tokens.isWord(last + 2)
                    && tokens.end(last + 2) - tokens.start(last + 2) < 3
                    && !isQuantity(last);
            boolean sign = letters
                    || ("-/".indexOf(tokens.at(last + 1)) >= 0
                            && tokens.gap(last + 1) == 0
                            && tokens.isNumber(last + 2));
            if (sign) {
                last += 2;
            } else if ((tokens.isWord(last + 1) || tokens.isNumber(last + 1))
                    && tokens.end(last + 1) - tokens.start(last + 1) < 4) {
                last++;
            } else {
                break;
            }
        }
        return last;
    }

    private int skipComma(int last) {
        return tokens.at(last + 1) == ',' ? last + 2 : last + 1;
    }

    private int street(int token) {
        if (tokens.isNumber(token) && !continuesNumber(token)) {
            if (tokens.end(token) - tokens.start(token) > LONGEST_NUMBER - 1 || isQuantity(token)) {
                return -1;
            }
            int name = skipComma(glued(token));
            // "37 bis, rue des Tanneurs"
            name = tokens.is(name, "bis") || tokens.is(name, "ter") ? skipComma(name) : name;
            int last = namesBeforeStreet(name);
            if (last < 0) {
                last = streetBeforeNames(name);
            }
            if (last < 0 && (isCompound(name) || isWay(name))) {
                last = name;
            }
            return last;
        }
        if (!tokens.isWord(token)) {
            return -1;
        }
        int last = streetBeforeNames(token);
        if (last < 0) {
            last = compound(token);
        }
        if (last < 0) {
            last = lowerCaseStreet(token);
        }
        int number = last < 0 ? -1 : skipComma(last);
        boolean numbered = number >= 0
                && tokens.isNumber(number)
                && !isQuantity(number)
                && tokens.end(number) - tokens.start(number) < LONGEST_NUMBER - 1;
        return numbered ? glued(number) : -1;
    }

    /** "88 Queensway, Admiralty": in front of a town. */
    private boolean isWay(int token) {
        return tokens.isCapital(token)
                && tokens.end(token) - tokens.start(token) > SHORTEST_WAY
                && text.startsWith("way", tokens.end(token) - 3)
                && tokens.at(token + 1) == ','
                && (tokens.isCapital(token + 2) || unit(token + 2) >= 0);
    }

    private boolean continuesNumber(int token) {
        return tokens.gap(token - 1) == 0
                && (tokens.isWord(token - 1)
                        || (".,/-:$#".indexOf(tokens.at(token - 1)) >= 0 && tokens.isNumber(token - 2))
                        || tokens.at(token - 1) == '$');
    }

    /** "Old Mill Lane", "W 14th St": names in capitals, then a word for a street; "maple avenue" in lower case. */
    private int namesBeforeStreet(int token) {
        int next = token;
        boolean capitals = true;
        boolean rare = true;
        for (int names = 0; names <= MOST_NAMES; names++) {
            if (tokens.at(next) == '.' && names > 0 && tokens.end(next - 1) - tokens.start(next - 1) <= 2) {
                next++;
            }
            boolean ordinal = tokens.isNumber(next) && isGlued(next + 1);
            if (ordinal) {
                next += 2;
                continue;
            }
            if (!tokens.isWord(next)) {
                return -1;
            }
            boolean ends = names > 0 && endsStreet(next, capitals && tokens.isCapital(next), rare);
            if (ends) {
                return next;
            }
            if (tokens.is(next, Role.NO_NAME) && !isDirection(next) && !tokens.isCapital(next)) {
                return -1;
            }
            capitals &= tokens.isCapital(next) || tokens.is(next, Role.PARTICLE);
            rare &= !tokens.is(next, Role.WORD);
            next++;
            if (tokens.at(next) == '-' && tokens.gap(next - 1) == 0) {
                next++;
            }
        }
        return -1;
    }

    private boolean endsStreet(int token, boolean capitals, boolean rare) {
        if (tokens.is(token, Role.STREET)) {
            return tokens.isCapital(token) || !tokens.is(token - 1, Role.FAMOUS);
        }
        if (!tokens.is(token, Role.MAYBE_STREET)) {
            return false;
        }
        if (!capitals) {
            return rare && !tokens.isCapital(token);
        }
        int next = token + 1;
        boolean goesOn = tokens.isWord(next)
                && tokens.isCapital(next)
                && !isDirection(next)
                && !isUnitWord(next)
                && (!tokens.isShouted(next) || tokens.isShouted(token));
        return !goesOn;
    }

    private boolean isDirection(int token) {
        return tokens.is(token, Role.DIRECTION);
    }

    /** "Rue des Lilas", "Via Garibaldi", "Calle de Alcalá". */
    private int streetBeforeNames(int token) {
        if (!tokens.is(token, Role.FRONT_STREET)) {
            return -1;
        }
        int next = tokens.at(token + 1) == '.' ? token + 2 : token + 1;
        int last = -1;
        for (int names = 0; names < MOST_NAMES; names++) {
            while (tokens.is(next, Role.PARTICLE) && !tokens.isCapital(next)) {
                next++;
            }
            if (!tokens.isNameLike(next)) {
                break;
            }
            last = next;
            next++;
            if (tokens.at(next) == '.' && isAbbreviation(next) && tokens.isCapital(next + 1)) {
                // "Co. Dublin"
                next++;
            }
            if (tokens.at(next) == '-' && tokens.isCapital(next + 1)) {
                next++;
            }
        }
        return last;
    }

    private boolean isCompound(int token) {
        return tokens.isWord(token)
                && tokens.isCapital(token)
                && StreetEnds.end(text.substring(tokens.start(token), tokens.end(token)));
    }

    /** "Lindenallee", "Karl-Marx-Straße", "Rosenthaler Str.". */
    private int compound(int token) {
        int next = token;
        for (int names = 0; names < MOST_NAMES && tokens.isWord(next) && tokens.isCapital(next); names++) {
            if (isCompound(next)) {
                return tokens.at(next + 1) == '.' && tokens.gap(next) == 0 ? next + 1 : next;
            }
            boolean street = names > 0 && tokens.is(next, Role.COMPOUND_STREET);

            if (street) {
                return tokens.at(next + 1) == '.' && tokens.gap(next) == 0 ? next + 1 : next;
            }
            next += tokens.at(next + 1) == '-' && tokens.gap(next) == 0 ? 2 : 1;
        }
        return -1;
    }

    /** "birchwood drive", which needs a number after it. */
    private int lowerCaseStreet(int token) {
        boolean street = (tokens.is(token + 1, Role.STREET) || tokens.is(token + 1, Role.MAYBE_STREET))
                && tokens.gap(token) == 1;
        return street && !tokens.is(token, Role.WORD) && !tokens.is(token, Role.NO_NAME) && !tokens.is(token, Role.FOOD)
                ? token + 1
                : tokens.is(token + 1, Role.STREET) && tokens.gap(token) == 1 && !tokens.is(token, Role.NO_NAME)
                        ? token + 1
                        : -1;
    }

    /** "P.O. Box 44", "Postfach 12". */
    private int postBox(int token) {
        if (tokens.is(token, "postfach") || tokens.is(token, "apartado")) {
            return tokens.isNumber(token + 1) ? token + 1 : -1;
        }
        if ((tokens.is(token, "rr") || tokens.is(token, "hc"))
                && tokens.isNumber(token + 1)
                && tokens.is(token + 2, "box")) {
            return tokens.isNumber(token + 3) ? glued(token + 3) : -1;
        }
        int next = token;
        if (!tokens.is(next, "p") && !tokens.is(next, "po") && !tokens.is(next, "psc")) {
            return -1;
        }
        while (next < token + 5 && !tokens.is(next, "box")) {
            next++;
        }
        return tokens.is(next, "box") && tokens.isNumber(next + 1) ? glued(next + 1) : -1;
    }

    /** The unit, the town, the state and the postcode after a street. */
    private int rest(int street) {
        int last = street;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            int next = last + 1;
            if (tokens.at(next) == '.' && tokens.gap(last) == 0 && tokens.at(next + 1) == ',') {
                next++;
            }
            boolean dash = tokens.at(next) == '-' && tokens.gap(last) == 1 && tokens.gap(next) == 1;
            boolean in = parts == 0 && tokens.isNumber(last) && tokens.is(next, "in");
            boolean comma = tokens.at(next) == ',' || (tokens.at(next) == '\n' && parts == 0) || dash || in;
            next = comma ? next + 1 : next;
            int end = unit(next);
            if (end < 0) {
                end = postcode(next, false);
            }
            if (end < 0 && (isDirection(next) || isState(next)) && tokens.isCapital(next)) {
                end = next;
            }
            if (end < 0 && (comma || tokens.isNumber(last))) {
                end = town(next);
            }
            if (end < 0 || tokens.start(next) - tokens.end(last) > (in ? 4 : 3)) {
                return last;
            }
            last = end;
        }
        return last;
    }

    private boolean isState(int token) {
        return tokens.isShouted(token) && tokens.end(token) - tokens.start(token) <= 3;
    }

    /** Names in capitals up to a comma, a number or the end of the sentence. */
    private int town(int token) {
        int last = -1;
        int next = token;
        for (int names = 0;
                names < MOST_NAMES && tokens.isWord(next) && tokens.isCapital(next) && isTown(next);
                names++) {
            last = next;
            next++;
            if (tokens.at(next) == '-' && tokens.gap(last) == 0 && tokens.gap(next) == 0 && tokens.isWord(next + 1)) {
                // "Taito-ku", "Stratford-upon-Avon"
                last = tokens.isCapital(next + 1) ? last : next + 1;
                next += tokens.isCapital(next + 1) ? 1 : 2;
            }
            while ((tokens.is(next, Role.PARTICLE) || isOf(next)) && !tokens.isCapital(next)) {
                next++;
            }
        }
        return last;
    }

    private boolean isAbbreviation(int dot) {
        return tokens.end(dot - 1) - tokens.start(dot - 1) < 4;
    }

    /** "Isle of Mull", "Freiburg im Breisgau" */
    private boolean isOf(int token) {
        return tokens.isCapital(token + 1)
                && (tokens.is(token, "of")
                        || tokens.is(token, "im")
                        || tokens.is(token, "am")
                        || tokens.is(token, "an"));
    }

    private boolean isTown(int token) {
        boolean code = tokens.gap(token) == 0 && tokens.isNumber(token + 1);
        return !code && (!tokens.is(token, Role.NO_NAME) || tokens.is(token, Role.PLACE));
    }

    /**
     * A postcode of the US, the Netherlands and others after a street; one of the UK or Canada anywhere, since nothing
     * else looks like it; one of the US after a town and a state.
     */
    private int postcode(int token, boolean alone) {
        int end = lettersAndDigits(token, false);
        if (end >= 0) {
            return end;
        }
        if (alone) {
            return townAndPostcode(token);
        }
        int length = tokens.end(token) - tokens.start(token);
        if (isJapanese(token) || isPolish(token)) {
            return token + 2;
        }
        if (isSpaced(token)) {
            return token + 1;
        }
        if (!tokens.isNumber(token) || length < SHORTEST_POSTCODE || length > LONGEST_NUMBER || isQuantity(token)) {
            return -1;
        }
        boolean longer = tokens.at(token + 1) == '-' && tokens.gap(token) == 0 && tokens.isNumber(token + 2);
        int last = longer ? token + 2 : token;
        boolean dutch = length == SHORTEST_POSTCODE
                && tokens.isShouted(last + 1)
                && tokens.end(last + 1) - tokens.start(last + 1) == 2;
        return dutch ? last + 1 : last;
    }

    /** "Naples, FL 34108", with a comma or without. */
    private int townAndPostcode(int token) {
        int last = town(token);
        if (last < 0) {
            return -1;
        }
        int state = tokens.at(last + 1) == ',' ? last + 2 : last;
        boolean states = tokens.isShouted(state) && tokens.end(state) - tokens.start(state) == 2 && state > token;
        int code = state + 1;
        boolean zip = tokens.isNumber(code) && tokens.end(code) - tokens.start(code) == 5;
        return states && zip ? postcode(code, false) : -1;
    }

    /** "SW11 4NB" or "M5H 1J9", in capitals, or in lower case where enough else says so. */
    private int lettersAndDigits(int token, boolean lowerCase) {
        if ((!tokens.isCapital(token) && !lowerCase) || !tokens.isNumber(token + 1) || tokens.gap(token) != 0) {
            return -1;
        }
        int start = tokens.start(token);
        StringBuilder form = new StringBuilder();
        int place = start;
        for (;
                place - start < 8
                        && (text.isLetterOrDigit(place)
                                || (text.at(place) == ' ' && place > start + 1 && form.indexOf(" ") < 0));
                place++) {
            char character = text.at(place);
            form.append(LookAlikes.isDigit(character) ? '9' : isOfCode(character, lowerCase) ? 'A' : character);
        }
        String read = form.toString().strip();
        boolean british = BRITISH.contains(read);

        if (!(british || read.equals("A9A 9A9") || isIrish(read)) || text.isLetterOrDigit(start + read.length())) {
            return -1;
        }
        int last = token;
        while (tokens.end(last) < start + read.length()) {
            last++;
        }
        return last;
    }

    /** "A94 X2P7": any letters and digits in the second half, of both kinds. */
    private static boolean isIrish(String form) {
        String rest = form.length() == 8 && form.startsWith("A99 ") ? form.substring(4) : "";
        return rest.startsWith("A") && rest.indexOf('9') > 0 && rest.chars().allMatch(c -> c == 'A' || c == '9');
    }

    private static boolean isOfCode(char character, boolean lowerCase) {
        return Character.isUpperCase(character) || (lowerCase && LookAlikes.isLetter(character));
    }
}

package com.recipechatbot.analytics.privacy;

/** Claims IP addresses of both versions, without the port or prefix length after them. */
final class IpDetector implements Detector {

    @Override
    public int signals() {
        return Signals.DIGITS | Signals.SIGN;
    }

    @Override
    public void claimIn(ShadowText text) {
        // Version 6 first: its last 32 bits may be written as version 4.
        claimVersion6(text);
        claimVersion4(text);
    }

    private static void claimVersion6(ShadowText text) {
        for (int colon = 0; colon < text.length(); colon++) {
            if (text.at(colon) == ':') {
                int start = colon;
                while (isPart(text.at(start - 1))) {
                    start--;
                }
                int end = colon;
                while (isPart(text.at(end))) {
                    end++;
                }
                if (!text.isLetterOrDigit(start - 1) && !text.isLetterOrDigit(end)) {
                    claimVersion6(text, start, end);
                }
                colon = end - 1;
            }
        }
    }

    private static void claimVersion6(ShadowText text, int start, int runEnd) {
        int end = runEnd;
        while (text.at(end - 1) == '.' || (text.at(end - 1) == ':' && text.at(end - 2) != ':')) {
            end--;
        }
        if (Ip6Form.matches(text.substring(start, end))) {
            text.claim(PersonalDataType.IP, start, end);
        }
    }

    private static boolean isPart(char character) {
        return Folding.isDigit(character)
                || ((character | 0x20) >= 'a' && (character | 0x20) <= 'f')
                || character == ':'
                || character == '.';
    }

    private static void claimVersion4(ShadowText text) {
        DigitGroups groups = text.digitGroups();
        for (int first = 0; first + 3 < groups.size(); first++) {
            if (isVersion4(text, groups, first)) {
                text.claim(PersonalDataType.IP, groups.start(first), groups.end(first + 3));
                first += 3;
            }
        }
    }

    private static boolean isVersion4(ShadowText text, DigitGroups groups, int first) {
        for (int group = first; group <= first + 3; group++) {
            boolean joined = group == first + 3 || (groups.gap(group) == 1 && text.at(groups.end(group)) == '.');
            if (!joined || !groups.isFree(group) || !isOctet(groups, group)) {
                return false;
            }
        }
        int start = groups.start(first);
        int end = groups.end(first + 3);
        boolean goesOn = text.at(end) == '.' && text.isDigit(end + 1);
        boolean continues = text.at(start - 1) == '.' || text.isLetter(start - 1);
        return !goesOn && !continues && Cues.before(text, start) != Cue.VERSION;
    }

    private static boolean isOctet(DigitGroups groups, int group) {
        if (groups.length(group) > 3) {
            return false;
        }
        String octet = groups.digits(group, group);
        return Integer.parseInt(octet) <= 255 && (octet.length() == 1 || octet.charAt(0) != '0');
    }
}

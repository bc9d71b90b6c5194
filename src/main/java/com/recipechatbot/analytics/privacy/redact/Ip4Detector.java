package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Cue;
import com.recipechatbot.analytics.privacy.redact.text.Cues;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;

/** Claims IPv4 addresses, without the port or prefix length after them. */
final class Ip4Detector implements Detector {

    @Override
    public int signals() {
        return Signals.DIGITS;
    }

    @Override
    public void claimIn(ShadowText text) {
        DigitGroups groups = text.digitGroups();
        for (int first = 0; first + 3 < groups.size(); first++) {
            if (isAddress(text, groups, first)) {
                text.claim(PersonalDataType.IP, groups.start(first), groups.end(first + 3));
                first += 3;
            }
        }
    }

    private static boolean isAddress(ShadowText text, DigitGroups groups, int first) {
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

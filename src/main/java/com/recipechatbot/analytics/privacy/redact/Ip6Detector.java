package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;

/** Claims IPv6 addresses, without the port or prefix length after them. */
final class Ip6Detector implements Detector {

    @Override
    public int signals() {
        return Signals.SIGN;
    }

    @Override
    public void claimIn(ShadowText text) {
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
                    claim(text, start, end);
                }
                colon = end - 1;
            }
        }
    }

    private static void claim(ShadowText text, int start, int runEnd) {
        int end = runEnd;
        while (text.at(end - 1) == '.' || (text.at(end - 1) == ':' && text.at(end - 2) != ':')) {
            end--;
        }
        if (Ip6Form.matches(text.substring(start, end))) {
            text.claim(PersonalDataType.IP, start, end);
        }
    }

    private static boolean isPart(char character) {
        return LookAlikes.isDigit(character)
                || ((character | 0x20) >= 'a' && (character | 0x20) <= 'f')
                || character == ':'
                || character == '.';
    }
}

package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Claims web addresses that carry a login, or a parameter that names a secret or a user; others are kept. */
final class UrlDetector implements Detector {

    private static final String SCHEME_END = "://";

    /** Only an e-mail address has it. */
    private static final String ENCODED_AT = "%40";

    /** Anyone with the address of a webhook can post to it. */
    private static final String WEBHOOKS = "hooks.";

    private static final String AFTER_URL = "<>\"'`{}|\\^ \n\t";
    private static final String CLOSING = ".,;:!?)]*_";
    private static final int LONGEST_SCHEME = 20;
    private static final Set<String> SECRETS = new HashSet<>(Resource.lines("secret_parameters.txt"));

    @Override
    public int signals() {
        return Signals.SIGN;
    }

    @Override
    public void claimIn(ShadowText text) {
        for (int place = 0; place < text.length(); place++) {
            if (text.at(place) == ':' && text.startsWith(SCHEME_END, place)) {
                int start = schemeStart(text, place);
                int end = end(text, place + SCHEME_END.length());
                if (start < place && end > place + SCHEME_END.length() && isPersonal(text, place, end)) {
                    text.claim(PersonalDataType.URL, start, end);
                }
                place = Math.max(place, end - 1);
            }
        }
    }

    private static int schemeStart(ShadowText text, int colon) {
        int start = colon;
        while (colon - start < LONGEST_SCHEME && (text.isLetterOrDigit(start - 1) || text.at(start - 1) == '+')) {
            start--;
        }
        return start;
    }

    private static int end(ShadowText text, int start) {
        int end = start;
        while (AFTER_URL.indexOf(text.at(end)) < 0 && text.at(end) != ShadowText.MASK) {
            end++;
        }
        while (end > start && CLOSING.indexOf(text.at(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isPersonal(ShadowText text, int colon, int end) {
        int start = colon + SCHEME_END.length();
        if (text.startsWith(WEBHOOKS, start)) {
            return true;
        }
        boolean authority = true;
        for (int place = start; place < end; place++) {
            char character = text.at(place);
            if (character == '/' || character == '?' || character == '#') {
                authority = false;
            }
            if ((authority && character == '@' && place > start) || text.startsWith(ENCODED_AT, place)) {
                return true;
            }
            if ((character == '?' || character == '&' || character == '#' || character == ';')
                    && namesSecret(text, place + 1, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesSecret(ShadowText text, int start, int end) {
        int equals = start;
        while (equals < end && (text.isLetterOrDigit(equals) || text.at(equals) == '_' || text.at(equals) == '-')) {
            equals++;
        }
        if (text.at(equals) != '=' || equals + 1 >= end) {
            return false;
        }
        String name = text.substring(start, equals).toLowerCase(Locale.ROOT).replace('-', '_');
        return SECRETS.contains(name);
    }
}

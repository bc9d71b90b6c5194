package com.recipechatbot.analytics.privacy.redact.person;

import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.Phrases;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import com.recipechatbot.analytics.privacy.redact.text.Tokens;

/**
 * Claims postal addresses: a house number and a street in the order of many countries, with what follows of unit, town
 * and postcode; post boxes and postcodes; and a number with names after words such as "deliver it to".
 */
public final class AddressDetector implements Detector {

    private static final Phrases INTRODUCTIONS = new Phrases(Resource.lines("address_introductions.txt"));

    /** There is no address without a number. */
    private static final int FARTHEST_NUMBER = 12;

    @Override
    public int signals() {
        return Signals.PLACE;
    }

    @Override
    public void claimIn(ShadowText text) {
        Tokens tokens = text.tokens();
        AddressParts parts = new AddressParts(text, tokens);
        Stretches certain = CertainAddresses.in(text, tokens, parts);
        int number = 0;
        for (int token = 0; token < tokens.size(); ) {
            while (number < tokens.size() && (number < token || !tokens.isNumber(number))) {
                number++;
            }
            if (number - token > FARTHEST_NUMBER || number == tokens.size()) {
                token = number - FARTHEST_NUMBER > token && number < tokens.size()
                        ? number - FARTHEST_NUMBER
                        : tokens.size();
                continue;
            }
            int introduced = introduced(text, tokens, token);
            int last = introduced > 0
                    ? parts.introduced(introduced, "zp".indexOf(Character.toLowerCase(tokens.at(token))) >= 0)
                    : -1;
            int first = introduced;
            if (last >= 0) {
                last = Math.max(last, parts.address(introduced));
            } else {
                first = token;
                last = parts.address(token);
            }
            if (last < 0) {
                token++;
            } else {
                int end = certain.claim(tokens.start(first), tokens.end(last));
                token = last + 1;
                while (token < tokens.size() && tokens.start(token) < end) {
                    token++;
                }
            }
        }
        certain.claimRest();
    }

    /** The token after an introduction that begins at a token, or -1. */
    private static int introduced(ShadowText text, Tokens tokens, int token) {
        int end = tokens.isWord(token) ? INTRODUCTIONS.end(text, tokens.start(token)) : -1;
        if (end < 0) {
            return -1;
        }
        int next = token;
        while (next < tokens.size() && (tokens.start(next) < end || ":,-\"'".indexOf(tokens.at(next)) >= 0)) {
            next++;
        }
        return next;
    }
}

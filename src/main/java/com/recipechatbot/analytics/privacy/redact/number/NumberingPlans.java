package com.recipechatbot.analytics.privacy.redact.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;

/**
 * Whether a numbering plan assigns a number, not merely whether it is possible: "10-20 minutes" is a possible German
 * number.
 */
final class NumberingPlans {

    /** Regions where the chatbot is used and national numbers begin with a zero. */
    private static final List<String> TRUNK_ZERO = List.of("GB", "DE", "FR", "IL", "AU", "IN", "BR");

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    private NumberingPlans() {}

    /** @param digits starting with the country code */
    static boolean assignInternational(String digits) {
        return isAssigned("+" + digits, null);
    }

    /** @param digits starting with the zero for domestic calls */
    static boolean assignWithTrunkZero(String digits) {
        for (String region : TRUNK_ZERO) {
            if (isAssigned(digits, region)) {
                return true;
            }
        }
        return false;
    }

    static boolean assignIn(String region, String digits) {
        return isAssigned(digits, region);
    }

    private static boolean isAssigned(String number, String region) {
        try {
            PhoneNumber parsed = PLANS.parse(number, region);
            return PLANS.isValidNumber(parsed);
        } catch (NumberParseException e) {
            return false;
        }
    }
}

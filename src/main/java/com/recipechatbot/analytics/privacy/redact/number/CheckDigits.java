package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;

/** Whether ids are right by the characters that their issuers add to catch errors. Takes them without separators. */
final class CheckDigits {

    private static final int VIN_LENGTH = 17;
    private static final int VIN_CHECK = 8;
    private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String VIN_VALUES = "12345678123457923456789";
    private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    private static final int CPF_CHECKED = 9;

    private CheckDigits() {}

    /** Of a vehicle: the ninth character is the sum of the others modulo 11. */
    static boolean isVehicle(String id) {
        if (id.length() != VIN_LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < VIN_LENGTH; i++) {
            char character = id.charAt(i);
            int letter = VIN_LETTERS.indexOf(character);
            int value = letter >= 0 ? VIN_VALUES.charAt(letter) - '0' : character - '0';
            sum += VIN_WEIGHTS[i] * value;
        }
        int check = sum % 11;
        return id.charAt(VIN_CHECK) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** A Spanish DNI or NIE: the letter at the end is the number modulo 23. */
    static boolean isSpanish(String id) {
        int prefix = "XYZ".indexOf(id.charAt(0));
        String number = prefix >= 0 ? prefix + id.substring(1, id.length() - 1) : id.substring(0, id.length() - 1);
        return SPANISH.charAt(Integer.parseInt(number) % SPANISH.length()) == id.charAt(id.length() - 1);
    }

    /** An Italian codice fiscale in capitals: the letter at the end is a weighted sum modulo 26. */
    static boolean isItalian(String id) {
        int sum = 0;
        for (int i = 0; i < id.length() - 1; i++) {
            char character = id.charAt(i);
            int value = LookAlikes.isDigit(character) ? character - '0' : character - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
        }
        return 'A' + sum % 26 == id.charAt(id.length() - 1);
    }

    /** A French social security number of 13 digits and a key of two. */
    static boolean isFrench(String id) {
        long number = Long.parseLong(id.substring(0, 13));
        return 97 - number % 97 == Integer.parseInt(id.substring(13));
    }

    /** A Brazilian CPF: the last two of its digits, each a weighted sum of those before. */
    static boolean isBrazilian(String id) {
        for (int checked = CPF_CHECKED; checked < id.length(); checked++) {
            int sum = 0;
            for (int i = 0; i < checked; i++) {
                sum += (id.charAt(i) - '0') * (checked + 1 - i);
            }
            if (sum * 10 % 11 % 10 != id.charAt(checked) - '0') {
                return false;
            }
        }
        return true;
    }
}

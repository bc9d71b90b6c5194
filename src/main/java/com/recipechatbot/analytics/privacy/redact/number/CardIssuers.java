package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.redact.text.Resource;
import java.util.List;

/** Which numbers an issuer may have issued: by prefix, length and check digit. */
final class CardIssuers {

    static final int SHORTEST = 12;
    static final int LONGEST = 19;

    private static final List<Range> RANGES = Resource.lines("card_issuers.csv").stream()
            .skip(1)
            .map(Range::parse)
            .toList();

    private CardIssuers() {}

    private record Range(String first, String last, List<Integer> lengths) {

        static Range parse(String row) {
            String[] cells = row.split(",", -1);
            List<Integer> lengths =
                    List.of(cells[3].split(" ")).stream().map(Integer::valueOf).toList();
            return new Range(cells[1], cells[2], lengths);
        }

        boolean contains(String digits) {
            String prefix = digits.substring(0, first.length());
            return prefix.compareTo(first) >= 0 && prefix.compareTo(last) <= 0 && lengths.contains(digits.length());
        }
    }

    /** @param digits at least as many as the shortest card has */
    static boolean issue(String digits) {
        for (Range range : RANGES) {
            if (range.contains(digits)) {
                return isLuhnValid(digits);
            }
        }
        return false;
    }

    static boolean isLuhnValid(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}

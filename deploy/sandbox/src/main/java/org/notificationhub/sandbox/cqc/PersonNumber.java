package org.notificationhub.sandbox.cqc;

import java.util.regex.Pattern;

/** Finds NHS numbers in text: ten digits, often written 3-3-4, of which the last checks the others modulo 11. */
final class PersonNumber {

    private static final Pattern TEN_DIGITS =
            Pattern.compile("(?<![A-Za-z0-9-])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?![A-Za-z0-9-])");

    private PersonNumber() {}

    static boolean isIn(String text) {
        return TEN_DIGITS
                .matcher(text)
                .results()
                .anyMatch(found -> checks(found.group().replaceAll("\\D", "")));
    }

    private static boolean checks(String digits) {
        var sum = 0;
        for (var i = 0; i < 9; i++) {
            sum += (10 - i) * Character.digit(digits.charAt(i), 10);
        }
        return (11 - sum % 11) % 11 == Character.digit(digits.charAt(9), 10);
    }
}

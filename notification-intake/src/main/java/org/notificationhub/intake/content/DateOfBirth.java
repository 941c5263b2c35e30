package org.notificationhub.intake.content;

import java.util.regex.Pattern;

/** Finds a date beside a word that makes it a date of birth. */
final class DateOfBirth {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String YEAR = "(?:(?:18|19|20)?\\d{2})";
    private static final String FULL_YEAR = "(?:18|19|20)\\d{2}";
    private static final String DATE = "(?<!\\d)(?:"
            + DAY + "([./ -])(?:0?[1-9]|1[0-2])\\1" + YEAR
            + "|" + FULL_YEAR + "([./ -])(?:0?[1-9]|1[0-2])\\2" + DAY
            + "|" + DAY + "(?:st|nd|rd|th)?[ -](?:of )?" + MONTH + ",?[ -]" + YEAR
            + "|" + MONTH + " " + DAY + "(?:st|nd|rd|th)?,? " + FULL_YEAR
            + "|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])" + FULL_YEAR
            + "|" + FULL_YEAR + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
            + ")(?!\\d)";

    private static final Pattern A_DATE = Pattern.compile(DATE, FLAGS);
    private static final Pattern BIRTH =
            Pattern.compile("\\b(?:d\\.? ?o\\.? ?b\\b|date of birth|birth ?da(?:te|y)|born\\b)", FLAGS);

    /** How many characters may stand between the word and the date. */
    private static final int NEAR = 30;

    /** The longest date that stands before the word, such as "23rd of September, 1948". */
    private static final int LONGEST_DATE = 25;

    private DateOfBirth() {}

    static boolean in(String text) {
        var word = BIRTH.matcher(text);
        while (word.find()) {
            if (dateWithin(text, word.end(), word.end() + NEAR + LONGEST_DATE)
                    || dateWithin(text, word.start() - LONGEST_DATE - 3, word.start())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is a date and nothing else. */
    static boolean is(String text) {
        return A_DATE.matcher(text).matches();
    }

    private static boolean dateWithin(String text, int from, int to) {
        return A_DATE.matcher(text).region(Math.max(0, from), Math.min(text.length(), to)).useTransparentBounds(true).find();
    }
}

package org.notificationhub.identifying;

import java.util.regex.Pattern;

/** Finds a date beside a word that makes it a date of birth. */
final class DateOfBirth {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String FULL_YEAR = "(?:18|19|20)\\d{2}";
    private static final String YEAR = "(?:" + FULL_YEAR + "|\\d{2})";
    private static final String DATE = "(?<!\\d)(?:"
            + String.join(
                    "|",
                    DAY + "[./ -](?:0?[1-9]|1[0-2])[./ -]" + YEAR,
                    FULL_YEAR + "[./ -](?:0?[1-9]|1[0-2])[./ -]" + DAY,
                    DAY + "(?:st|nd|rd|th)?[ -](?:of )?" + MONTH + ",?[ -]" + YEAR,
                    MONTH + " " + DAY + "(?:st|nd|rd|th)?,? " + FULL_YEAR,
                    "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])" + FULL_YEAR,
                    FULL_YEAR + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])")
            + ")(?!\\d)";
    private static final String BIRTH = "\\b(?:d\\.? ?o\\.? ?b\\b\\.?|date of birth\\b|birth ?da(?:te|y)\\b|born\\b)";

    /** What may stand between the two, within one sentence. */
    private static final String NEAR = "[^.;\\n]{0,30}?";

    private static final Pattern A_DATE = pattern(DATE);
    private static final Pattern WORD = pattern(BIRTH);
    private static final Pattern WORD_AND_DATE = pattern(BIRTH + NEAR + DATE + "|" + DATE + NEAR + BIRTH);

    private DateOfBirth() {}

    static boolean in(String text) {
        return WORD.matcher(text).find() && WORD_AND_DATE.matcher(text).find();
    }

    /** Whether the text is a date and nothing else. */
    static boolean is(String text) {
        return A_DATE.matcher(text).matches();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}

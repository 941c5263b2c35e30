package org.notificationhub.identifying;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.notificationhub.http.Fault;

/** Finds what identifies a person in what somebody wrote freely. A name it cannot tell from a word. */
public final class IdentifyingText {

    /** A UK number has ten digits after the 0 or +44. Groups tell it from a date: the first has three digits at least. */
    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:(?:\\+|\\b00)44[\\s.-]{0,2}(?:\\(0\\)[\\s.-]{0,2})?[1-378]|\\(?0[1-378])"
                    + "\\d(?:[\\s.)-]{0,2}\\d){8}(?!\\d)");

    private static final Pattern EMAIL =
            Pattern.compile("(?<=[\\p{L}\\p{N}._%+'-])@(?:[\\p{L}\\p{N}-]++\\.)+\\p{L}{2,}");

    /** A reference may well be one, and its digits mean nothing. */
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

    private static final int SHORTEST_DATE = 3;
    private static final int SHORTEST_NUMBER = 10;

    private IdentifyingText() {}

    /** One fault for each kind; never the value. */
    public static List<Fault> faults(String pointer, String text) {
        var digits =
                text.chars().filter(Character::isDigit).limit(SHORTEST_NUMBER).count();
        var faults = new ArrayList<Fault>();
        if (digits >= SHORTEST_NUMBER) {
            var numbers = UUID.matcher(text).replaceAll("#");
            if (NhsNumber.in(numbers)) {
                faults.add(
                        new Fault(pointer, "NHS_NUMBER", "Take the NHS number out; use a code only you can resolve"));
            }
            if (PHONE.matcher(numbers).find()) {
                faults.add(new Fault(pointer, "PHONE_NUMBER", "Take the telephone number out"));
            }
        }
        if (text.indexOf('@') > 0 && EMAIL.matcher(text).find()) {
            faults.add(new Fault(pointer, "EMAIL_ADDRESS", "Take the e-mail address out"));
        }
        if (digits >= SHORTEST_DATE && DateOfBirth.in(text)) {
            faults.add(dateOfBirth(pointer));
        }
        return faults;
    }

    /** A fault where the text is a date and nothing else, of which only a date of birth makes sense there. */
    public static List<Fault> dateFaults(String pointer, String text) {
        return DateOfBirth.is(text) ? List.of(dateOfBirth(pointer)) : List.of();
    }

    private static Fault dateOfBirth(String pointer) {
        return new Fault(pointer, "DATE_OF_BIRTH", "Take the date of birth out; give an age band");
    }
}

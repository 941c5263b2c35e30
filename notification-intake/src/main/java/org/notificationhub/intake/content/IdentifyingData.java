package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.notificationhub.http.Fault;

/**
 * Finds what identifies a person in what the sender wrote freely. CQC asks for codes that only the provider can
 * resolve; for radiation events nothing at all may identify anyone.
 */
@Singleton
public class IdentifyingData {

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

    /** One fault for each kind in each member; never the value. Who provides or was told is not looked at. */
    public List<Fault> faults(JsonNode body) {
        var faults = new ArrayList<Fault>();
        look("/reference", body.path("reference"), faults);
        look("/summary", body.path("summary"), faults);
        look("/details", body.path("details"), faults);
        var people = body.path("people");
        for (var i = 0; i < people.size(); i++) {
            lookAtCode("/people/" + i + "/code", people.get(i).path("code"), faults);
        }
        faults.sort(null);
        return faults;
    }

    /** What identifies a person in one text. */
    public List<Fault> faultsIn(String pointer, String text) {
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

    private void look(String pointer, JsonNode node, List<Fault> faults) {
        if (node.isTextual()) {
            faults.addAll(faultsIn(pointer, node.textValue()));
        } else if (node.isObject()) {
            node.properties().forEach(member -> look(pointer + "/" + member.getKey(), member.getValue(), faults));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                look(pointer + "/" + i, node.get(i), faults);
            }
        }
    }

    private void lookAtCode(String pointer, JsonNode code, List<Fault> faults) {
        look(pointer, code, faults);
        if (code.isTextual() && DateOfBirth.is(code.textValue())) {
            faults.add(dateOfBirth(pointer));
        }
    }

    private static Fault dateOfBirth(String pointer) {
        return new Fault(pointer, "DATE_OF_BIRTH", "Take the date of birth out; give an age band");
    }
}

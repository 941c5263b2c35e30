package org.notificationhub.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.intake.content.Bodies.TYPES;
import static org.notificationhub.intake.content.Bodies.exposure;
import static org.notificationhub.intake.content.Bodies.injury;
import static org.notificationhub.intake.content.Bodies.json;
import static org.notificationhub.intake.content.Bodies.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.http.Fault;

class BodyCheckTest {

    private static final BodyCheck CHECK = new BodyCheck(TYPES);

    static List<JsonNode> examples() {
        return Bodies.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfEveryTypeIsAccepted(JsonNode example) {
        assertThat(CHECK.faults(example)).isEmpty();
        assertThat(new ContentRules(TYPES).faults(example, Instant.parse("2026-11-23T12:00:00Z")))
                .isEmpty();
        assertThat(new LfpseRules().faults(example)).isEmpty();
        assertThat(new IdentifyingData().faults(example)).isEmpty();
    }

    @Test
    void theBodyOfTheContractIsAccepted() {
        assertThat(CHECK.faults(injury())).isEmpty();
        assertThat(CHECK.faults(exposure())).isEmpty();
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource(textBlock = """
        SERIOUS_INJURY, /reference
        SERIOUS_INJURY, /provider
        SERIOUS_INJURY, /provider/id
        SERIOUS_INJURY, /awareAt
        SERIOUS_INJURY, /details
        SERIOUS_INJURY, /details/injury
        SERIOUS_INJURY, /lfpse/reference
        SERIOUS_INJURY, /cqc/notifiedAt
        IRMER_SAUE,     /details/modality
        IRMER_SAUE,     /details/discoveredAt
        """)
    void aMissingMemberIsPointedAt(String type, String pointer) {
        var body = with(type.equals("IRMER_SAUE") ? exposure() : injury(), pointer, null);

        assertThat(CHECK.faults(body)).containsExactly(new Fault(pointer, "REQUIRED", "Add this member"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        /colour                  | 1                            | UNKNOWN_MEMBER  | Leave this member out; the type's schema has no such
        /provider/name           | "A trust"                    | UNKNOWN_MEMBER  | Leave this member out; the type's schema has no such
        /details/colour          | 1                            | UNKNOWN_MEMBER  | Leave this member out; the type's schema has no such
        /summary                 | null                         | WRONG_TYPE      | Use a string
        /test                    | "no"                         | WRONG_TYPE      | Use true or false
        /people                  | {}                           | WRONG_TYPE      | Use an array
        /provider                | "RJ1"                        | WRONG_TYPE      | Use an object
        /details/pressureSoreGrade | 3.5                        | WRONG_TYPE      | Use a whole number
        /type                    | "BAD_DAY"                    | NOT_A_CODE      | Use a code that /v1/notification-types lists
        /type                    | 7                            | NOT_A_CODE      | Use a code that /v1/notification-types lists
        /details/place           | "MOON"                       | NOT_A_CODE      | Use one of: THIS_LOCATION, OWN_HOME, HOSPITAL, HOSPICE, AMBULANCE, OTHER
        /awareAt                 | "2026-11-20T10:00:00"        | NOT_A_DATE_TIME | Use RFC 3339 with an offset, such as 2026-11-20T09:15:00Z
        /details/serviceStartedOn| "20/11/2026"                 | NOT_A_DATE      | Use YYYY-MM-DD, such as 2026-11-20
        /details/serviceStartedOn| "2026-02-29"                 | NOT_A_DATE      | Use YYYY-MM-DD, such as 2026-11-20
        /summary                 | ""                           | TOO_SHORT       | Use at least 1 character
        /details/pressureSoreGrade | 2                          | OUT_OF_RANGE    | Use a number of at least 3
        /details/pressureSoreGrade | 5                          | OUT_OF_RANGE    | Use a number of at most 4
        /provider/id             | "R J 1 !"                    | WRONG_FORM      | Use an id as CQC writes it, such as RJ1 or 1-101614751
        /provider/id             | "RJ1\\n"                     | WRONG_FORM      | Use an id as CQC writes it, such as RJ1 or 1-101614751
        /provider/country        | "FRANCE"                     | NOT_A_CODE      | Use one of: ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND
        /lfpse/cqcCriteria       | 2                            | NOT_A_CODE      | Use LfPSE's code as a string: "1", "2", "3" or "4"
        /reference               | " INC"                       | WRONG_FORM      | Use 1 to 100 printable ASCII characters, without a space at either end
        """)
    void eachKindOfFaultHasItsCodeAndSaysWhatIsExpected(String pointer, String value, String code, String detail) {
        assertThat(CHECK.faults(with(injury(), pointer, value))).containsExactly(new Fault(pointer, code, detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IRMER_SAUE", "IRMER_SAUE_INVESTIGATION_REPORT"})
    void anEmployerWhomCqcHasNotRegisteredMayNotifyOfAnExposure(String type) {
        var body = Bodies.examples(type).findFirst().orElseThrow().<ObjectNode>deepCopy();

        assertThat(CHECK.faults(with(body, "/provider", "{ \"employer\": \"EMP-0042\", \"country\": \"ENGLAND\" }")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {}                                          | /provider/id       | REQUIRED   | Add this member; an employer without a CQC id gives employer instead
        { "id": "RJ1", "employer": "EMP-0042" }     | /provider          | WRONG_FORM | Give either id or employer, not both
        { "employer": "Bone & Co." }                | /provider/employer | WRONG_FORM | Use the employer's code as the hub gave it, such as EMP-0042
        """)
    void anExposureIsNotifiedByExactlyOneOfProviderAndEmployer(
            String provider, String pointer, String code, String detail) {
        assertThat(CHECK.faults(with(exposure(), "/provider", provider)))
                .containsExactly(new Fault(pointer, code, detail));
    }

    @Test
    void onlyAnExposureIsNotifiedByAnEmployerWithoutId() {
        assertThat(CHECK.faults(with(injury(), "/provider", "{ \"employer\": \"EMP-0042\" }")))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/provider/employer", "UNKNOWN_MEMBER"), tuple("/provider/id", "REQUIRED"));
    }

    @ParameterizedTest(name = "{0}: faults at {1}")
    @CsvSource({"PENDING,", "GRANTED, /details/outcomeOn", "LAPSED, /details/outcome /details/outcomeOn"})
    void anOutcomeHasADayUnlessItIsPending(String outcome, String pointers) {
        var body = Bodies.examples("DOLS_OUTCOME").findFirst().orElseThrow().<ObjectNode>deepCopy();
        with(body, "/details/outcomeOn", null);

        var faults = CHECK.faults(with(body, "/details/outcome", "\"" + outcome + "\""));

        assertThat(faults)
                .extracting(Fault::pointer)
                .isEqualTo(pointers == null ? List.of() : List.of(pointers.split(" ")));
    }

    @Test
    void listsAndTextsHaveAnEnd() {
        var people = json("[" + "{ \"code\": \"SU\" },".repeat(100) + "{ \"code\": \"SU\" }]");
        var body = with(injury(), "/people", people.toString());
        with(body, "/summary", "\"" + "x".repeat(4001) + "\"");

        assertThat(CHECK.faults(body))
                .containsExactly(
                        new Fault("/people", "TOO_MANY", "Give at most 100 items"),
                        new Fault("/summary", "TOO_LONG", "Use at most 4000 characters"));
    }

    @Test
    void aListOfCodesHoldsEachOnce() {
        var twice = with(exposure(), "/details/complementaryCodes", "[\"EQUIPMENT\", \"EQUIPMENT\"]");
        var none = with(exposure(), "/details/contributoryFactors", "[]");

        assertThat(CHECK.faults(twice)).extracting(Fault::code).containsExactly("REPEATED");
        assertThat(CHECK.faults(none)).extracting(Fault::code).containsExactly("TOO_FEW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000001", "1e300"})
    void aDoseOutOfRangeIsRefused(String dose) {
        assertThat(CHECK.faults(with(exposure(), "/details/totalDose_mSv", dose)))
                .extracting(Fault::code)
                .containsExactly("OUT_OF_RANGE");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"/details/totalDose_mSv, 1e-20000", "/details/peopleAffected, 1.8446744073709551621e19"})
    void aNumberThatNobodyCouldReadIsRefused(String pointer, String number) {
        assertThat(CHECK.faults(with(exposure(), pointer, number)))
                .containsExactly(
                        new Fault(pointer, "OUT_OF_RANGE", "Use a number that can be written in a few digits"));
    }

    @Test
    void aDoseMayCarryTheNoiseOfFloatingPoint() {
        assertThat(CHECK.faults(with(exposure(), "/details/totalDose_mSv", "0.30000000000000004")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T09:15:00Z",
                "2026-11-20T09:15:00.123456789+01:00",
                "2026-11-20T09:15:00-00:00",
                "2024-02-29T00:00:00+18:00"
            })
    void aDateTimeThatIsAcceptedCanBeRead(String time) {
        assertThat(CHECK.faults(with(injury(), "/occurredAt", "\"" + time + "\"")))
                .isEmpty();
        assertThat(OffsetDateTime.parse(time)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20",
                "2026-11-20 09:15:00Z",
                "2026-11-20T09:15Z",
                "2026-02-29T09:15:00Z",
                "2026-11-20T24:00:00Z",
                "2026-06-30T23:59:60Z",
                "2026-11-20T09:15:00+19:00",
                "+12026-11-20T09:15:00Z"
            })
    void aDateTimeThatCannotBeReadIsRefused(String time) {
        assertThat(CHECK.faults(with(injury(), "/occurredAt", "\"" + time + "\"")))
                .extracting(Fault::code)
                .containsExactly("NOT_A_DATE_TIME");
    }

    @Test
    void everyFaultIsListedAtOnceInOrder() {
        var body = json(
                "{ \"type\": \"IRMER_SAUE\", \"provider\": {}, \"details\": { \"modality\": \"MRI\" }, \"zz\": 1 }");

        assertThat(CHECK.faults(body))
                .extracting(Fault::pointer)
                .containsExactly(
                        "/awareAt", "/details/discoveredAt", "/details/modality", "/provider/id", "/reference", "/zz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{ \"type\": \"BAD_DAY\" }", "{ \"type\": null }"})
    void withoutAKnownTypeTheCommonPartIsStillChecked(String body) {
        assertThat(CHECK.faults(json(body)))
                .extracting(Fault::pointer)
                .containsExactly("/awareAt", "/details", "/provider", "/reference", "/type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"body\"", "7", "null"})
    void onlyAnObjectIsABody(String body) {
        assertThat(CHECK.faults(json(body))).containsExactly(new Fault("", "WRONG_TYPE", "Use an object"));
    }

    @Test
    void theNameOfAnUnknownMemberIsEscapedAndShortened() {
        var body = injury();
        body.put("a/b~c\n\ud800", 1).put("x".repeat(5000), 1);

        assertThat(CHECK.faults(body))
                .extracting(Fault::pointer)
                .containsExactly("/a~1b~0c??", "/" + "x".repeat(60) + "…");
    }

    @Property(tries = 300)
    void noValueIsEverGivenBack(@ForAll int place, @ForAll boolean inList) {
        var canary = "zq7canary";
        var body = (ObjectNode)
                examples().get(Math.floorMod(place, examples().size())).deepCopy();
        var members = List.copyOf(body.properties());
        var victim = members.get(Math.floorMod(place, members.size())).getKey();
        body.set(victim, inList ? json("[\"" + canary + "\"]") : json("{ \"code\": \"" + canary + "\\n\" }"));

        assertThat(CHECK.faults(body).toString()).contains("pointer").doesNotContain(canary);
    }
}

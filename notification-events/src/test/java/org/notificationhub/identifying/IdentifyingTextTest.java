package org.notificationhub.identifying;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.http.Fault;

class IdentifyingTextTest {

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
        Patient 9434765919 fell                         | NHS_NUMBER
        Patient 943 476 5919 fell                       | NHS_NUMBER
        943-476-5919                                    | NHS_NUMBER
        943.476.5919                                    | NHS_NUMBER
        Bed 4 943 476 5919                              | NHS_NUMBER
        NHS9434765919                                   | NHS_NUMBER
        94 34 76 59 19                                  | NHS_NUMBER
        9-4-3-4-7-6-5-9-1-9                             | NHS_NUMBER
        Ask jo.o'neil+ward@example.org for it           | EMAIL_ADDRESS
        Called 07700 900123                             | PHONE_NUMBER
        Called +44 7700 900 123                         | PHONE_NUMBER
        Called +44 (0)20 7946 0018                      | PHONE_NUMBER
        Called (020) 7946 0018                          | PHONE_NUMBER
        Called 0044 115 496 0123                        | PHONE_NUMBER
        Called 01632-960-001 twice                      | PHONE_NUMBER
        DOB 12/03/1948                                  | DATE_OF_BIRTH
        d.o.b. 12.3.48                                  | DATE_OF_BIRTH
        Born on the 12th of March 1948 in Leeds         | DATE_OF_BIRTH
        born March 12, 1948                             | DATE_OF_BIRTH
        Date of birth of the patient is 1948-03-12      | DATE_OF_BIRTH
        date of birth: 12031948                         | DATE_OF_BIRTH
        12 Mar 1948 (DOB)                               | DATE_OF_BIRTH
        """)
    void whatIdentifiesAPersonIsFound(String text, String code) {
        assertThat(IdentifyingText.faults("/summary", text))
                .extracting(Fault::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INC-2026-000123",
                "INC2026000123",
                "DEMO-RJ1-0001",
                "1-8417079420",
                "Provider 1-8417079420, location 1-101614751",
                "3f2b1c08-0771-4234-8567-890123456789",
                "943 476 5918",
                "94347659190",
                "On 2026-11-20 10:15 and again 20-11-2026 10:45",
                "On 05-06-2026 101 patients were moved",
                "2026-11-20T09:15:00+01:00",
                "Doses 2.5 10.0 3.2 1.4 0.9 mSv",
                "Pressure 120-80 118-76 125-79",
                "Admitted on 12/03/2026; the baby was born there",
                "Newborn moved on 12/03/2026",
                "twice @ 10 and at noon",
                "@ward 7"
            })
    void whatOnlyLooksLikeItIsLeftAlone(String text) {
        assertThat(IdentifyingText.faults("/summary", text)).isEmpty();
    }

    @Test
    void eachKindIsToldOnceForEachMember() {
        var text = "9434765919, 943 476 5919, a@example.org, b@example.org, 07700 900123";

        assertThat(IdentifyingText.faults("/summary", text))
                .extracting(Fault::code)
                .containsExactly("NHS_NUMBER", "PHONE_NUMBER", "EMAIL_ADDRESS");
    }

    @Property
    void aValidNhsNumberIsFoundHoweverItIsSpaced(
            @ForAll("nhsNumbers") String number, @ForAll @IntRange(min = 1, max = 9) int every) {
        var spaced = number.replaceAll("(.{" + every + "})(?=.)", "$1 ");

        assertThat(IdentifyingText.faults("/summary", "seen by " + spaced + ", later discharged"))
                .extracting(Fault::code)
                .contains("NHS_NUMBER");
        assertThat(IdentifyingText.faults("/summary", spaced).toString())
                .doesNotContain(spaced)
                .doesNotContain(number);
    }

    @Property
    void aNumberWithAWrongCheckDigitIsNoNhsNumber(
            @ForAll("nhsNumbers") String number, @ForAll @IntRange(min = 1, max = 9) int off) {
        var wrong = number.substring(0, 9) + (number.charAt(9) - '0' + off) % 10;

        assertThat(IdentifyingText.faults("/summary", wrong))
                .extracting(Fault::code)
                .doesNotContain("NHS_NUMBER");
    }

    /** Of the range in use in England since 1996; the sum is worked out apart from the code under test. */
    @Provide
    Arbitrary<String> nhsNumbers() {
        return Arbitraries.integers()
                .between(400_000_000, 799_999_999)
                .filter(it -> check(it) != 10)
                .map(it -> "" + it + check(it));
    }

    private static int check(int nine) {
        var sum = 0;
        for (int weight = 2, rest = nine; weight <= 10; weight++, rest /= 10) {
            sum += weight * (rest % 10);
        }
        return Math.floorMod(-sum, 11);
    }
}

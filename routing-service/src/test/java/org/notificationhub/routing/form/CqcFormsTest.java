package org.notificationhub.routing.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.routing.decision.RuleVocabulary;

class CqcFormsTest {

    private final CqcForms forms = ShippedForms.shipped();

    /** A patient safety event is for LfPSE alone: one that CQC must be told of is of another type. */
    @Test
    void everyTypeThatCqcIsToldOfHasAFormAndEveryFormIsUsed() {
        assertThat(forms.types().keySet())
                .containsExactlyInAnyOrderElementsOf(RuleVocabulary.shipped().types().stream()
                        .map(type -> type.code())
                        .filter(code -> !code.equals("PATIENT_SAFETY_EVENT"))
                        .toList());
        assertThat(forms.types().values())
                .extracting(CqcForms.Use::form)
                .containsOnlyElementsOf(forms.forms().keySet());
        assertThat(forms.forms().keySet())
                .containsOnlyElementsOf(
                        forms.types().values().stream().map(CqcForms.Use::form).toList());
    }

    /** Statutory notifications, domain notes section 3: CQC names these mailboxes; IR(ME)R has a web form of its own. */
    @ParameterizedTest(name = "{0} goes to {1}")
    @CsvSource(textBlock = """
            UNAUTHORISED_ABSENCE_DETAINED_PATIENT, MH_notifications@cqc.org.uk
            RETURN_FROM_UNAUTHORISED_ABSENCE,      MH_notifications@cqc.org.uk
            ABSENCE_REGISTERED_PERSON,             HSCA_notifications@cqc.org.uk
            DEATH_OF_SERVICE_USER,                 HSCA_notifications@cqc.org.uk
            IRMER_SAUE,
            """)
    void aTypeGoesWhereCqcTakesIt(String type, String mailbox) {
        assertThat(forms.use(type).mailbox()).isEqualTo(mailbox);
    }

    @Test
    void theRegulatedActivityThatEveryFormAsksForIsTakenFromTheNotification() {
        assertThat(forms.first())
                .flatExtracting(CqcForms.Section::fields)
                .filteredOn(field -> field.label().equals("Regulated activity"))
                .extracting(CqcForms.Field::from)
                .containsExactly("/details/regulatedActivity");
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(delimiter = '|', textBlock = """
            true                            | Yes
            "NOT_KNOWN"                     | Not known
            "NOT_STATED"                    | Not stated
            "MATERNITY_AND_MIDWIFERY"       | Maternity and midwifery
            "2026-11-20"                    | 20 November 2026
            "2026-07-20T08:15:00Z"          | 9:15am on 20 July 2026
            ["STAFF", "Ward 7"]             | Staff; Ward 7
            {"value": 3, "unit": "Gy"}      | value: 3; unit: Gy
            null                            |
            """)
    void anAnswerReadsAsAPersonWouldWriteIt(String json, String words) throws IOException {
        assertThat(PlainWords.of(new ObjectMapper().readTree(json))).isEqualTo(words);
    }
}

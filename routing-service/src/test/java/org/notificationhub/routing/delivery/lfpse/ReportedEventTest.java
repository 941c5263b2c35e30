package org.notificationhub.routing.delivery.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.routing.delivery.Dispatches.content;
import static org.notificationhub.routing.delivery.Dispatches.serviceUser;
import static org.notificationhub.routing.delivery.Dispatches.submission;
import static org.notificationhub.routing.delivery.Dispatches.withBlock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Person;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.LfpseEvent;

class ReportedEventTest {

    @Test
    void aNotificationIsAnIncidentInItsOwnWords() {
        var event = reported(content("SERIOUS_INJURY", serviceUser("75-84")));

        assertThat(event.type()).isEqualTo(EventType.INCIDENT);
        assertThat(event.reference()).isEqualTo("INC-2026-000123");
        assertThat(event.event().first("Description")).contains("Fall from bed; hip fracture.");
        assertThat(event.event().all("InvolvedAgents")).containsExactly("10");
        assertThat(event.people())
                .containsExactly(Answers.none()
                        .with("PatientSequence", 1)
                        .with("AgeBracket", "11")
                        .with("PhysicalHarm", "2")
                        .with("StrengthOfAssociation", "2"));
    }

    @Test
    void whatItSaysForLfpseStandsAndTheRestComesFromTheNotification() {
        var event = reported(withBlock(content("SERIOUS_INJURY", serviceUser("75-84")), """
                {"date": "2026-07-19",
                 "answers": {"Description": "As the ward wrote it.", "LevelOfConcern": "5", "DutyOfCandour": true},
                 "location": {"OrganisationOther": "A ward elsewhere", "ServiceArea": ["4"]},
                 "reporter": {"ReporterRole": "5"},
                 "people": [{"PhysicalHarm": "3", "PsychologicalHarm": "2"}]}"""));

        assertThat(event.date()).isEqualTo("2026-07-19");
        assertThat(event.event().first("Description")).contains("As the ward wrote it.");
        assertThat(event.event().first("LevelOfConcern")).contains("5");
        assertThat(event.event().first("DutyOfCandour")).contains(true);
        assertThat(event.event().has("PreciseTime")).isFalse();
        assertThat(event.location())
                .isEqualTo(Answers.none()
                        .with("OrganisationOther", "A ward elsewhere")
                        .with("ServiceArea", "4")
                        .with("LocationKnown", "y")
                        .with("LocationWithinService", "9"));
        assertThat(event.reporter())
                .isEqualTo(Answers.none()
                        .with("ReporterRole", "5")
                        .with("ReporterOrganisation", "RJ1")
                        .with("ReporterInvolvement", "2"));
        assertThat(event.people())
                .containsExactly(Answers.none()
                        .with("PhysicalHarm", "3")
                        .with("PsychologicalHarm", "2")
                        .with("PatientSequence", 1)
                        .with("AgeBracket", "11"));
    }

    @ParameterizedTest(name = "criterion {0}: CqcNotify {1}, CqcCriteria {2}")
    @CsvSource(textBlock = """
            3,    true,  3
            ,     ,
            """)
    void whetherCqcIsToldIsTheDecisionsToSay(String criterion, Boolean notify, String criteria) {
        var content = withBlock(
                content("ABUSE_OR_ALLEGATION"),
                "{\"answers\": {\"CqcNotify\": false, \"CqcCriteria\": [\"4\", \"1\"]}}");

        var answers = ReportedEvent.of(submission(content, criterion)).event();

        assertThat(answers.all("CqcNotify")).isEqualTo(listOf(notify));
        assertThat(answers.all("CqcCriteria")).isEqualTo(listOf(criteria));
    }

    @Test
    void onlyAnIncidentIsGradedAndFlagged() {
        var event = reported(withBlock(
                content("DEATH_OF_SERVICE_USER", serviceUser("85+")),
                "{\"event\": \"OUTCOME\", \"answers\": {\"OutcomeType\": [\"1\"]}}"));

        assertThat(event.people())
                .containsExactly(Answers.none().with("PatientSequence", 1).with("AgeBracket", "12"));
        assertThat(event.event().names())
                .containsExactlyInAnyOrder("OutcomeType", "Description", "IncidentOccurredToday", "PreciseTime");
    }

    @Test
    void serviceUsersAreNumberedAndNobodyElse() {
        var staff = new Person("ST-1", "STAFF", null);

        var people = reported(content("ABUSE_OR_ALLEGATION", serviceUser("16-17"), staff, serviceUser("85+")))
                .people();

        assertThat(people)
                .containsExactly(
                        Answers.none().with("PatientSequence", 1).with("AgeBracket", "7"),
                        Answers.none().with("PatientSequence", 2).with("AgeBracket", "12"));
    }

    @ParameterizedTest(name = "{0}: harm {1}")
    @CsvSource(textBlock = """
            DEATH_OF_SERVICE_USER,                1
            DEATH_OF_DETAINED_PATIENT,            1
            DEATH_AFTER_TERMINATION_OF_PREGNANCY, 1
            SERIOUS_INJURY,                       2
            """)
    void aHarmNeedsSomebodyEvenIfNobodyIsListed(String type, String harm) {
        assertThat(reported(content(type)).people())
                .containsExactly(Answers.none()
                        .with("PatientSequence", 1)
                        .with("PhysicalHarm", harm)
                        .with("StrengthOfAssociation", "2"));
    }

    @Test
    void whoIsDeadHasNoHarmToTheMind() {
        var event =
                reported(withBlock(content("DEATH_OF_SERVICE_USER"), "{\"people\": [{\"PsychologicalHarm\": \"1\"}]}"));

        assertThat(event.people().get(0).names())
                .containsExactlyInAnyOrder("PhysicalHarm", "StrengthOfAssociation", "PatientSequence");
    }

    @Test
    void anEventThatTouchedNobodySaysWhoIsAtRisk() {
        var event = reported(content("EVENT_STOPS_SERVICE"));

        assertThat(event.people()).isEmpty();
        assertThat(event.event().first("RiskImminent")).contains("u");
        assertThat(event.event().has("RiskPopulation")).isTrue();
    }

    @Test
    void whatWasInvolvedIsSaidByWhatIsListed() {
        var event = reported(withBlock(content("SERIOUS_INJURY"), """
                {"medications": [{"MedicationAdministration": "y"}], "devices": [{"DeviceType": ["62"], "model": "X1"}]}"""));

        assertThat(event.event().all("InvolvedAgents")).containsExactly("3", "4");
    }

    @Test
    void aRadiotherapyExposureIsOneAndItsCodingIsTheSendersOwn() {
        var exposure = exposure("RADIOTHERAPY");

        assertThat(reported(exposure).event().all("SafetyChallenges")).containsExactly("4");
        assertThat(reported(exposure).event().has("RadiotherapyIncidentCode")).isFalse();
        assertThat(reported(withBlock(exposure, "{\"answers\": {\"RadiotherapyIncidentCode\": \"1/13c/CF1a\"}}"))
                        .event()
                        .first("RadiotherapyIncidentCode"))
                .contains("1/13c/CF1a");
        assertThat(reported(exposure("DIAGNOSTIC_IMAGING")).event().all("SafetyChallenges"))
                .containsExactly("6");
    }

    @Test
    void dayAndTimeAreLondons() {
        var event = reported(content("SERIOUS_INJURY", "RJ1", Instant.parse("2026-07-31T23:30:00Z")));

        assertThat(event.date()).isEqualTo("2026-08-01");
        assertThat(event.event().first("IncidentOccurredToday")).contains("n");
        assertThat(event.event().first("PreciseTime")).contains("00:30:00");
    }

    @Test
    void anUnknownMomentIsTheMonthOfBecomingAware() {
        var event = reported(content("SERIOUS_INJURY", "RJ1", null));

        assertThat(event.date()).isNull();
        assertThat(event.event().first("IncidentOccurredToday")).contains("u");
        assertThat(event.event().first("ApproximateDate")).contains("2026-08");
    }

    @ParameterizedTest(name = "today: {0}")
    @CsvSource(textBlock = """
            y, TodaysDate,      2026-07-20
            u, ApproximateDate, 2026-07
            """)
    void whatItSaysOfTheDayIsMadeWhole(String today, String question, String answer) {
        var event = reported(
                withBlock(content("SERIOUS_INJURY"), "{\"answers\": {\"IncidentOccurredToday\": \"" + today + "\"}}"));

        assertThat(event.date()).isNull();
        assertThat(event.event().first(question)).contains(answer);
    }

    @ParameterizedTest(name = "{0} is sent as {1}")
    @CsvSource({"RJ1, Organisation", "1-101605671, OrganisationOther"})
    void onlyAnOdsCodeIsSentAsOne(String provider, String question) {
        var event = reported(content("SERIOUS_INJURY", provider, null));

        assertThat(event.location().first(question)).contains(provider);
        assertThat(event.reporter().first("Reporter" + question)).contains(provider);
    }

    @ParameterizedTest(name = "age band {0} is bracket {1}")
    @CsvSource(textBlock = """
            1-4,   4
            5-11,
            12-15, 6
            18-24, 8
            25-34,
            35-44, 9
            45-54,
            55-64, 10
            65-74,
            75-84, 11
            85+,   12
            <1,
            other,
            """)
    void anAgeBandInsideOneBracketIsThatBracket(String band, String bracket) {
        assertThat(reported(content("SERIOUS_INJURY", serviceUser(band)))
                        .people()
                        .get(0)
                        .all("AgeBracket"))
                .isEqualTo(listOf(bracket));
    }

    private static NotificationContent exposure(String modality) {
        return new NotificationContent(
                "IRMER_SAUE",
                "SAUE-2026-0007",
                new Provider(null, null, "EMP-0042", null),
                Instant.parse("2026-11-18T09:00:00Z"),
                Instant.parse("2026-11-18T10:00:00Z"),
                null,
                List.of(),
                null,
                null,
                JsonNodeFactory.instance.objectNode().put("modality", modality),
                false);
    }

    private static LfpseEvent reported(NotificationContent content) {
        return ReportedEvent.of(submission(content, "2"));
    }

    private static List<Object> listOf(Object value) {
        return value == null ? List.of() : List.of(value);
    }
}

package org.notificationhub.routing.delivery.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.routing.delivery.Dispatches.content;
import static org.notificationhub.routing.delivery.Dispatches.serviceUser;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Person;

class AdverseEventWriterTest {

    private static final String BASE =
            "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/";
    private static final FhirContext FHIR = FhirContext.forR4();

    private final AdverseEventWriter writer = new AdverseEventWriter(Executors.newSingleThreadExecutor());

    @Test
    void anInjuryIsAnIncidentOfTheProfile() {
        var event = written(content("SERIOUS_INJURY", serviceUser("75-84")));

        assertThat(event.getMeta().getProfile().get(0).getValue()).isEqualTo(BASE + "patient-safety-adverse-event-6");
        assertThat(event.getActuality()).isEqualTo(AdverseEvent.AdverseEventActuality.ACTUAL);
        assertThat(event.getEvent().getCodingFirstRep().getCode()).isEqualTo("1");
        assertThat(event.getIdentifier().getValue()).isEqualTo("INC-2026-000123");
        assertThat(values(event, "adverse-event-core", "Description")).containsExactly("Fall from bed; hip fracture.");
    }

    @Test
    void everyReferenceIsToAContainedResourceAndBack() {
        var event = written(content("SERIOUS_INJURY"));

        assertThat(Stream.of(event.getSubject(), event.getLocation(), event.getRecorder())
                        .map(reference -> reference.getResource().getClass()))
                .isEqualTo(List.of(Patient.class, Location.class, Practitioner.class));
        assertThat(event.getContained()).hasSize(3);
    }

    @Test
    void everyExtensionIsOfTheProfilesVersion() {
        var event = written(content("EVENT_STOPS_SERVICE"));

        var urls = Stream.concat(Stream.of(event), event.getContained().stream().map(DomainResource.class::cast))
                .flatMap(resource -> resource.getExtension().stream())
                .map(Extension::getUrl);
        assertThat(urls).isNotEmpty().allMatch(url -> url.startsWith(BASE) && url.endsWith("-6"));
    }

    @Test
    void severalPeopleAreNumberedOnOnePatient() {
        var staff = new Person("ST-1", "STAFF", null);

        var patient = patient(written(content("ABUSE_OR_ALLEGATION", serviceUser("16-17"), staff, serviceUser("85+"))));

        assertThat(values(patient, "patient-information", "PatientSequence")).containsExactly("1", "2");
        assertThat(values(patient, "patient-information", "AgeBracket")).containsExactly("7", "12");
    }

    @ParameterizedTest(name = "{0}: harm {1}")
    @CsvSource(textBlock = """
            DEATH_OF_SERVICE_USER,     1
            DEATH_OF_DETAINED_PATIENT, 1
            SERIOUS_INJURY,            2
            ABUSE_OR_ALLEGATION,
            EVENT_STOPS_SERVICE,
            IRMER_SAUE,
            """)
    void theTypeDecidesTheHarm(String type, String harm) {
        var event = written(content(type, serviceUser(null)));

        assertThat(values(patient(event), "patient-information", "PhysicalHarm"))
                .isEqualTo(listOf(harm));
    }

    @Test
    void aReportThatIsToDischargeADutyIsFlaggedForCqcUnderItsCriterion() {
        var event = read(writer.write(content("ABUSE_OR_ALLEGATION"), "3"));

        assertThat(values(event, "adverse-event-governance", "CqcCriteria")).containsExactly("3");
        assertThat(values(event, "adverse-event-governance", "CqcNotify")).containsExactly("true");
    }

    @Test
    void withoutTheFlagCqcIsNotMentioned() {
        var event = read(writer.write(content("SERIOUS_INJURY"), null));

        assertThat(event.getExtensionByUrl(BASE + "adverse-event-governance-6")).isNull();
    }

    @Test
    void aHarmNeedsSomebodyEvenIfNobodyIsListed() {
        var patient = patient(written(content("DEATH_OF_SERVICE_USER")));

        assertThat(values(patient, "patient-information", "PatientSequence")).containsExactly("1");
        assertThat(values(patient, "patient-information", "PhysicalHarm")).containsExactly("1");
    }

    @Test
    void anEventThatTouchedNobodySaysWhoIsAtRisk() {
        var event = written(content("EVENT_STOPS_SERVICE"));

        assertThat(patient(event).hasExtension()).isFalse();
        assertThat(values(event, "adverse-event-risk-details", "RiskImminent")).containsExactly("u");
        assertThat(values(event, "adverse-event-risk-details", "RiskPopulation"))
                .isNotEmpty();
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
        var patient = patient(written(content("SERIOUS_INJURY", serviceUser(band))));

        assertThat(values(patient, "patient-information", "AgeBracket")).isEqualTo(listOf(bracket));
    }

    @Test
    void dayAndTimeAreLondons() {
        var event = written(content("SERIOUS_INJURY", "RJ1", Instant.parse("2026-07-31T23:30:00Z")));

        assertThat(event.getDateElement().getValueAsString()).isEqualTo("2026-08-01");
        assertThat(values(event, "adverse-event-estimated-date", "PreciseTime")).containsExactly("00:30:00");
        assertThat(values(event, "adverse-event-estimated-date", "IncidentOccurredToday"))
                .containsExactly("n");
    }

    @Test
    void anUnknownMomentIsTheMonthOfBecomingAware() {
        var event = written(content("SERIOUS_INJURY", "RJ1", null));

        assertThat(event.hasDate()).isFalse();
        assertThat(values(event, "adverse-event-estimated-date", "IncidentOccurredToday"))
                .containsExactly("u");
        assertThat(values(event, "adverse-event-estimated-date", "ApproximateDate"))
                .containsExactly("2026-08");
    }

    @ParameterizedTest(name = "{0} is sent as {1}")
    @CsvSource({"RJ1, Organisation", "1-101605671, OrganisationOther"})
    void onlyAnOdsCodeIsSentAsOne(String provider, String element) {
        var event = written(content("SERIOUS_INJURY", provider, null));

        assertThat(values((Location) event.getLocation().getResource(), "location-details", element))
                .containsExactly(provider);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"quotes\" \\ and {braces}", "one\ntwo\ttabs", "naïve café £5 — 測試 😀"})
    void wordsArriveAsTheyWere(String summary) {
        var plain = content("SERIOUS_INJURY");
        var content = new NotificationContent(
                plain.type(), plain.reference(), plain.provider(), null, null, summary, null, null, null, null, false);

        assertThat(values(written(content), "adverse-event-core", "Description"))
                .containsExactly(summary);
    }

    @Test
    void theSameContentIsTheSameText() {
        var content = content("SERIOUS_INJURY", serviceUser("75-84"));

        assertThat(writer.write(content, "2")).isEqualTo(writer.write(content, "2"));
    }

    private AdverseEvent written(NotificationContent content) {
        return read(writer.write(content, "2"));
    }

    private static AdverseEvent read(String json) {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(AdverseEvent.class, json);
    }

    private static Patient patient(AdverseEvent event) {
        return (Patient) event.getSubject().getResource();
    }

    private static List<String> values(DomainResource resource, String extension, String element) {
        return resource.getExtensionsByUrl(BASE + extension + "-6").stream()
                .flatMap(parent -> parent.getExtensionsByUrl(element).stream())
                .map(each -> each.getValue().primitiveValue())
                .toList();
    }

    private static List<String> listOf(String value) {
        return value == null ? List.of() : List.of(value);
    }
}

package org.notificationhub.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources with one fault each, made from a valid one by changing its text. */
class RefusedResourcesTest {

    private static final Lfpse V6 = Lfpse.of(TaxonomyVersion.V6);
    private static final Lfpse V5 = Lfpse.of(TaxonomyVersion.V5);

    @ParameterizedTest(name = "{0} -> {1}: {2} at {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            event-6"]                          | event-5"]                            | profile           | AdverseEvent.meta.profile
            event-6"]                          | event-6","https://example.org/x"]    | profile           | AdverseEvent.meta.profile
            "actuality":"actual",              | ''                                   | required          | AdverseEvent.actuality
            "actuality":"actual"               | "actuality":"actual","actuality":"actual" | not-an-adverse-event | AdverseEvent
            "actuality":"actual"               | "actuality":"perhaps"                | value             | AdverseEvent.actuality
            "event":{"coding":[{"code":"1"}]}, | ''                                   | required          | AdverseEvent.event.coding.code
            [{"code":"1"}]                     | [{"code":"9"}]                       | event-type        | AdverseEvent.event.coding.code
            [{"code":"1"}]                     | [{"code":"1"},{"code":"2"}]          | too-many          | AdverseEvent.event.coding.code
            adverse-event-agent-6              | adverse-event-agent-5                | extension-version | AdverseEvent.extension('adverse-event-agent')
            location-details-6                 | location-details-5                   | extension-version | Location.extension('location-details')
            adverse-event-agent-6              | adverse-event-colour-6               | extension-unknown | AdverseEvent.extension
            "url":"InvolvedAgents"             | "url":"Agents"                       | element-unknown   | AdverseEvent.extension('adverse-event-agent')
            [{"url":"InvolvedAgents","valueCode":"10"}] | []                          | required          | AdverseEvent.extension('adverse-event-agent')
            "LevelOfConcern","valueCode":"3"   | "LevelOfConcern"                     | value-type        | AdverseEvent.extension('adverse-event-classification').LevelOfConcern
            "LevelOfConcern","valueCode":"3"   | "LevelOfConcern","valueString":"3"   | value-type        | AdverseEvent.extension('adverse-event-classification').LevelOfConcern
            "LevelOfConcern","valueCode":"3"   | "LevelOfConcern","valueInteger":3    | value-type        | AdverseEvent.extension('adverse-event-classification').LevelOfConcern
            "LevelOfConcern","valueCode":"3"   | "LevelOfConcern","valueCode":3       | json-type         | AdverseEvent.extension('adverse-event-classification').LevelOfConcern
            "LevelOfConcern","valueCode":"3"   | "LevelOfConcern","valueCoding":{"code":"3"} | value-type | AdverseEvent.extension('adverse-event-classification').LevelOfConcern
            "valueInteger":24180               | "valueString":"24180"                | value-type        | Patient.extension('patient-information')[0].AgeAtTimeOfIncidentDays
            "valueInteger":24180               | "valueInteger":"old"                 | json-type           | Patient.extension('patient-information')[0].AgeAtTimeOfIncidentDays
            "06:40:00"                         | "6.40"                               | value             | AdverseEvent.extension('adverse-event-estimated-date').PreciseTime
            "PhysicalHarm","valueCode":"4"     | "PhysicalHarm","valueCode":"6"       | code              | Patient.extension('patient-information')[0].PhysicalHarm
            "Organisation","valueCode":"RJ1"},{"url":"LocationW | "Organisation","valueCode":"the ward"},{"url":"LocationW | code | Location.extension('location-details').Organisation[0]
            "contained":[                      | "contained":[{"resourceType":"Medication","id":"m"},    | dom-3     | AdverseEvent.contained
            "actuality":                       | "suspectEntity":[{"instance":{"reference":"#none"}}],"actuality":    | contained | AdverseEvent.suspectEntity[0].instance
            "actuality":                       | "suspectEntity":[{"instance":{"reference":"Device/1"}}],"actuality": | contained | AdverseEvent.suspectEntity[0].instance
            "actuality":                       | "suspectEntity":[{"instance":{"reference":"#patient1"}}],"actuality": | contained | AdverseEvent.suspectEntity[0].instance
            "reference":"#patient1"            | "reference":"#nobody"                | contained         | AdverseEvent.subject
            "reference":"#patient1"            | "reference":"#location1"             | contained         | AdverseEvent.subject
            "subject":{"reference":"#patient1"}, | ''                                 | required          | AdverseEvent.subject
            ,"recorder":{"reference":"#practitioner1"} | ''                           | dom-3             | AdverseEvent.contained
            patient-information-6              | patient-information-5                | extension-version | Patient.extension('patient-information')[0]
            "id":"patient1",                   | "id":"patient1","birthDate":"1950-01-01",               | no-identity | Patient.birthDate
            "id":"patient1",                   | "id":"patient1","name":[{"family":"Example"}],          | no-identity | Patient.name
            "id":"patient1",                   | "id":"patient1","identifier":[{"value":"9434765919"}],  | no-identity | Patient.identifier
            "id":"patient1",                   | "id":"patient1","colour":"blue",     | unknown-element   | Patient.colour
            "actuality":                       | "colour":"blue","actuality":         | unknown-element   | AdverseEvent.colour
            "actuality":                       | "description":"words","actuality":   | unknown-element   | AdverseEvent.description
            "actuality":                       | "category":"AE","actuality":         | json-type         | AdverseEvent.category
            "actuality":                       | "modifierExtension":[{"url":"https://example.org","valueBoolean":true}],"actuality": | modifier | AdverseEvent.modifierExtension
            "date":"2025-03-04"                | "date":"yesterday"                   | value             | AdverseEvent.date
            "resourceType":"AdverseEvent"      | "resourceType":"Patient"             | not-an-adverse-event | AdverseEvent
            {"resourceType":"AdverseEvent"     | {"resourceType:"AdverseEvent"        | not-an-adverse-event | AdverseEvent
            "resourceType":"Location"          | "resourceType":"Place"               | unknown-element   | AdverseEvent.contained[0]
            """)
    void oneFaultIsNamedAndNoOther(String from, String to, String rule, String location) throws IOException {
        assertThat(V6.validate(changed("incident-with-reference-v6", from, to)))
                .extracting(Fault::rule, Fault::location)
                .containsExactly(tuple(rule, location));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2} at {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            event-5"]             | event-6"]                          | profile           | AdverseEvent.meta.profile
            "type":{"coding":[{"code":"3"}]}, | ''                     | required          | AdverseEvent.type.coding.code
            [{"code":"3"}]        | [{"code":"9"}]                     | event-type        | AdverseEvent.type.coding.code
            "category":"AE"       | "category":"actual"                | value             | AdverseEvent.category
            "category":"AE"       | "category":"AE","actuality":"actual" | unknown-element | AdverseEvent.actuality
            "category":"AE"       | "category":"AE","detected":"2025-03-04" | unknown-element | AdverseEvent.detected
            "model":"X-1"         | "modelNumber":"X-1"                | unknown-element   | Device.modelNumber
            "description":        | "descriptions":                    | unknown-element   | AdverseEvent.descriptions
            {"url":"https://psims-uat.azure-api.net/taxonomy/fhir/StructureDefinition/adverse-event-outcome-5" | {"url":"description","valueString":"x"},{"url":"https://psims-uat.azure-api.net/taxonomy/fhir/StructureDefinition/adverse-event-outcome-5" | extension-unknown | AdverseEvent.extension('description')
            "url":"Process"       | "url":"HealthcareProcess"          | element-unknown   | AdverseEvent.extension('adverse-event-process')
            "Process","valueCode":"1" | "Process","valueCode":"99"     | code              | AdverseEvent.extension('adverse-event-process').Process
            "Gender","valueCode":"1"  | "Gender","valueCode":"F"       | code              | Patient.extension('patient-information')[0].Gender
            adverse-event-outcome-5   | adverse-event-outcome-6        | extension-version | AdverseEvent.extension('adverse-event-outcome')
            """)
    void oneFaultIsNamedInVersion5(String from, String to, String rule, String location) throws IOException {
        assertThat(V5.validate(changed("built-outcome-v5", from, to)))
                .extracting(Fault::rule, Fault::location)
                .containsExactly(tuple(rule, location));
    }

    @Test
    void aPatientIsRequiredEvenWhereNobodyWasAffected() {
        var event = V6.write(LfpseEvent.of(EventType.OUTCOME));

        var withoutSubject = event.replace("\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"patient1\"}],", "")
                .replace("\"subject\":{\"reference\":\"#patient1\"}", "\"date\":\"2026\"");

        assertThat(V6.validate(event)).isEmpty();
        assertThat(V6.validate(withoutSubject))
                .extracting(Fault::rule, Fault::location)
                .containsExactly(tuple("required", "AdverseEvent.subject"));
    }

    @Test
    void aLocationHasItsDetailsOnce() throws IOException {
        var event = incident();
        var details = event.substring(event.indexOf("{\"extension\":[{\"url\":\"LocationKnown\""));
        details = details.substring(0, details.indexOf("location-details-6\"}") + "location-details-6\"}".length());

        assertThat(V6.validate(event.replace(details, "")))
                .extracting(Fault::rule, Fault::location)
                .containsExactly(tuple("required", "Location.extension('location-details')"));
        assertThat(V6.validate(event.replace(details, details + "," + details)))
                .extracting(Fault::rule)
                .contains("too-many");
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        var event = changed("incident-with-reference-v6", "event-6\"]", "event-5\"]")
                .replace("\"actuality\":\"actual\"", "\"colour\":\"blue\"")
                .replace("\"PhysicalHarm\",\"valueCode\":\"4\"", "\"PhysicalHarm\",\"valueCode\":\"6\"");

        assertThat(V6.validate(event))
                .extracting(Fault::rule)
                .containsExactly("unknown-element", "profile", "required", "code");
    }

    @Test
    void whatFhirAllowsAndTheTaxonomyDoesNotAskIsNotKeptAndSaysSo() throws IOException {
        var event = changed(
                        "incident-with-reference-v6",
                        "\"id\":\"patient1\",",
                        "\"id\":\"patient1\",\"gender\":\"male\",")
                .replace(
                        "\"value\":\"INC-2026-000123\"",
                        "\"system\":\"https://example.org\",\"value\":\"INC-2026-000123\"")
                .replace("\"actuality\":\"actual\"", "\"actuality\":\"potential\"");

        assertThat(V6.validate(event))
                .extracting(Fault::rule, Fault::location, Fault::refuses)
                .containsExactlyInAnyOrder(
                        tuple("not-kept", "Patient.gender", false),
                        tuple("not-kept", "AdverseEvent.identifier.system", false),
                        tuple("not-kept", "AdverseEvent.actuality", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html/>",
                "[]",
                "null",
                "1",
                "{}",
                "{\"resourceType\":\"AdverseEvent\",\"extension\":7}"
            })
    void whatIsNoEventIsRefusedByBothVersions(String text) {
        for (var lfpse : List.of(V6, V5)) {
            assertThat(Fault.anyRefuses(lfpse.validate(text))).isTrue();
        }
    }

    @Test
    void aBottomlessBodyIsRefused() {
        var depth = 2_000;
        var event = "{\"resourceType\":\"AdverseEvent\",\"extension\":" + "[{\"extension\":".repeat(depth) + "[]"
                + "}]".repeat(depth) + "}";

        assertThat(Fault.anyRefuses(V6.validate(event))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"valueCode\": \"1\"}", "{\"url\": null}", "{\"url\": \"x\"}", "{}", "7", "null", "[]"})
    void anExtensionThatIsHalfThereIsRefused(String extension) throws IOException {
        var outside = incident();
        var at = outside.lastIndexOf("\"extension\":[{\"extension\"") + "\"extension\":[".length();
        var inside = changed(
                "incident-with-reference-v6",
                "{\"url\":\"InvolvedAgents\"",
                extension + ",{\"url\":\"InvolvedAgents\"");

        assertThat(Fault.anyRefuses(V6.validate(outside.substring(0, at) + extension + "," + outside.substring(at))))
                .isTrue();
        assertThat(Fault.anyRefuses(V6.validate(inside))).isTrue();
    }

    @Test
    void nothingThatWasSentIsRepeated() throws IOException {
        var event = changed(
                        "incident-with-reference-v6",
                        "\"actuality\":",
                        "\"secret-words\":\"secret\",\"date\":\"secret\",\"actuality\":")
                .replace("\"valueCode\":\"4\"", "\"valueCode\":\"secret\"");

        assertThat(V6.validate(event)).extracting(Fault::text).noneMatch(text -> text.contains("secret"));
    }

    private static String incident() throws IOException {
        return Json.read(RoundTripTest.sample("incident-with-reference-v6")).toString();
    }

    private static String changed(String sample, String from, String to) throws IOException {
        var text = Json.read(RoundTripTest.sample(sample)).toString();
        assertThat(text).contains(from);
        return text.replace(from, to);
    }
}

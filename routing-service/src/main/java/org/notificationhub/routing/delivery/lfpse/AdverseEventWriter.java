package org.notificationhub.routing.delivery.lfpse;

import static org.notificationhub.routing.delivery.lfpse.Taxonomy.url;

import ca.uhn.fhir.context.FhirContext;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Person;

/** Writes a notification as an Incident: a FHIR R4 AdverseEvent of LfPSE's profile, version 6. The same content is the same text. */
@ApplicationScoped
public class AdverseEventWriter {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{3,6}");

    private static final String INCIDENT = "1";
    private static final String LOCATION_NOT_KNOWN = "9";
    private static final String SERVICE_NOT_KNOWN = "15";
    private static final String ROLE_OTHER = "9";
    private static final String WAS_TOLD = "2";
    private static final String NO_AGENT = "10";
    private static final String NO_CHALLENGE = "6";
    private static final String ASSOCIATION_NOT_KNOWN = "2";

    private final FhirContext fhir = FhirContext.forR4();
    private final ExecutorService executor;

    AdverseEventWriter(ExecutorService executor) {
        this.executor = executor;
    }

    /** The first use reads FHIR's model, which takes a second: so it happens at start. */
    void warmUp(@Observes StartupEvent started) {
        executor.execute(() -> encode(new AdverseEvent()));
    }

    /** @param cqcCriterion under which LfPSE is asked to flag it for CQC, or null */
    public String write(NotificationContent content, String cqcCriterion) {
        var kind = EventKind.of(content.type());
        var event = new AdverseEvent()
                .setActuality(AdverseEventActuality.ACTUAL)
                .setIdentifier(new Identifier().setValue(content.reference()));
        event.getMeta().addProfile(Taxonomy.PROFILE);
        event.getEvent().addCoding().setCode(INCIDENT);
        event.setLocation(contain(event, location(content), "location1"));
        event.setRecorder(contain(event, reporter(content), "practitioner1"));
        var patient = patient(content, kind);
        event.setSubject(contain(event, patient, "patient1"));
        describe(event, content);
        date(event, content);
        if (!patient.hasExtension()) {
            event.addExtension(riskToOthers());
        }
        if (cqcCriterion != null) {
            event.addExtension(governance(cqcCriterion));
        }
        return encode(event);
    }

    private static Reference contain(AdverseEvent event, DomainResource resource, String id) {
        resource.setId(id);
        event.addContained(resource);
        return new Reference("#" + id);
    }

    private static Location location(NotificationContent content) {
        var details = extension(
                "location-details",
                code("LocationKnown", "y"),
                organisation("Organisation", content),
                code("ServiceArea", SERVICE_NOT_KNOWN),
                code("LocationWithinService", LOCATION_NOT_KNOWN));
        var location = new Location();
        location.addExtension(details);
        return location;
    }

    private static Practitioner reporter(NotificationContent content) {
        var details = extension(
                "practitioner-details",
                organisation("ReporterOrganisation", content),
                code("ReporterRole", ROLE_OTHER),
                text("ReporterRoleOther", "The provider's notification system"),
                code("ReporterInvolvement", WAS_TOLD));
        var reporter = new Practitioner();
        reporter.addExtension(details);
        return reporter;
    }

    /** CQC registers an NHS trust under its ODS code; another provider's id is not one. */
    private static Extension organisation(String name, NotificationContent content) {
        var id = content.provider().id();
        return ODS_CODE.matcher(id).matches() ? code(name, id) : text(name + "Other", id);
    }

    private static Patient patient(NotificationContent content, EventKind kind) {
        var people = content.people().stream()
                .filter(person -> "SERVICE_USER".equals(person.role()))
                .toList();
        var affected = people.isEmpty() && kind.harmsSomebody() ? List.of(new Person(null, null, null)) : people;
        var patient = new Patient();
        for (var i = 0; i < affected.size(); i++) {
            patient.addExtension(information(i + 1, affected.get(i), kind));
        }
        return patient;
    }

    private static Extension information(int sequence, Person person, EventKind kind) {
        var information = extension("patient-information", new Extension("PatientSequence", new IntegerType(sequence)));
        AgeBracket.of(person.ageBand()).ifPresent(bracket -> information.addExtension(code("AgeBracket", bracket)));
        if (kind.harmsSomebody()) {
            information.addExtension(code("PhysicalHarm", kind.physicalHarm()));
            information.addExtension(code("StrengthOfAssociation", ASSOCIATION_NOT_KNOWN));
        }
        return information;
    }

    /** Every Incident is asked which agents and challenges it involved; a notification to CQC does not say. */
    private static void describe(AdverseEvent event, NotificationContent content) {
        if (content.summary() != null && !content.summary().isBlank()) {
            event.addExtension(extension("adverse-event-core", text("Description", content.summary())));
        }
        event.addExtension(extension("adverse-event-agent", code("InvolvedAgents", NO_AGENT)));
        event.addExtension(extension("adverse-event-safety-challenges", code("SafetyChallenges", NO_CHALLENGE)));
    }

    /** "Today" is the day of the report, which is not always the day we send it: a known day is given as a date. */
    private static void date(AdverseEvent event, NotificationContent content) {
        if (content.occurredAt() != null) {
            var occurred = london(content.occurredAt());
            event.setDateElement(new DateTimeType(DAY.format(occurred)));
            event.addExtension(extension(
                    "adverse-event-estimated-date",
                    code("IncidentOccurredToday", "n"),
                    new Extension("PreciseTime", new TimeType(TIME.format(occurred)))));
        } else if (content.awareAt() != null) {
            event.addExtension(extension(
                    "adverse-event-estimated-date",
                    code("IncidentOccurredToday", "u"),
                    text("ApproximateDate", MONTH.format(london(content.awareAt())))));
        }
    }

    /** Asked for where an Incident touched no patient. */
    private static Extension riskToOthers() {
        return extension(
                "adverse-event-risk-details",
                code("RiskImminent", "u"),
                text("RiskPopulation", "People who use the service"));
    }

    private static Extension governance(String cqcCriterion) {
        return extension(
                "adverse-event-governance",
                new Extension("CqcNotify", new BooleanType(true)),
                code("CqcCriteria", cqcCriterion));
    }

    private static LocalDateTime london(Instant instant) {
        return LocalDateTime.ofInstant(instant, LONDON);
    }

    private static Extension extension(String name, Extension... elements) {
        var extension = new Extension(url(name));
        List.of(elements).forEach(extension::addExtension);
        return extension;
    }

    private static Extension code(String name, String code) {
        return new Extension(name, new CodeType(code));
    }

    private static Extension text(String name, String text) {
        return new Extension(name, new StringType(text));
    }

    private String encode(AdverseEvent event) {
        return fhir.newJsonParser().encodeResourceToString(event);
    }
}

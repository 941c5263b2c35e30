package org.notificationhub.lfpse;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** LfPSE's language in one version of its taxonomy. Made once, used by all threads. */
public final class Lfpse {

    private final TaxonomyVersion version;
    private final FhirShape shape;
    private final FhirReader fhir;
    private final EventReader reader;
    private final EventWriter writer;
    private final AnswerRules rules;

    private Lfpse(TaxonomyVersion version, Map<EventType, String> codes) {
        var taxonomy = Taxonomy.of(version);
        this.version = version;
        this.shape = FhirShape.of(taxonomy);
        this.fhir = new FhirReader(taxonomy, shape);
        this.reader = new EventReader(taxonomy, shape, codes);
        this.writer = new EventWriter(taxonomy, codes, taxonomy.requires("subject"));
        this.rules = new AnswerRules(taxonomy);
    }

    /** @param codes of the types of event; all four, each its own */
    public static Lfpse of(TaxonomyVersion version, Map<EventType, String> codes) {
        if (!codes.keySet().equals(EnumSet.allOf(EventType.class))
                || new HashSet<>(codes.values()).size() < codes.size()) {
            throw new IllegalArgumentException("every type of event has a code of its own");
        }
        return new Lfpse(version, new EnumMap<>(codes));
    }

    /** With the codes of the table, of which two are not confirmed. */
    public static Lfpse of(TaxonomyVersion version) {
        return of(
                version,
                Table.read("event-types.csv")
                        .collect(Collectors.toMap(row -> EventType.valueOf(row.get("event")), row -> row.get("code"))));
    }

    public TaxonomyVersion version() {
        return version;
    }

    /** The first use reads FHIR's model, which takes a second: so do it at start. */
    public void warmUp() {
        validate(write(LfpseEvent.of(EventType.INCIDENT)));
    }

    /** The same event is the same text. An answer to a question that the version does not ask is left out. */
    public String write(LfpseEvent event) {
        return shape.fromR4(Fhir.write(writer.write(event)));
    }

    /** All that can be read, with every fault of the resource as such; {@link #check} looks at the answers. */
    public Reading read(String json) {
        return read(json, new Faults());
    }

    /** Whether the answers keep the rules of the taxonomy. */
    public List<Fault> check(LfpseEvent event) {
        var faults = new Faults();
        rules.check(event, faults);
        return faults.all();
    }

    /** {@link #read} and {@link #check} together: everything at once that is wrong with a resource. */
    public Reading examine(String json) {
        var faults = new Faults();
        var reading = read(json, faults);
        if (reading.event() != null) {
            faults.nextStep();
            rules.check(reading.event(), faults);
        }
        return new Reading(reading.event(), reading.id(), faults.all());
    }

    public List<Fault> validate(String json) {
        return examine(json).faults();
    }

    /** An OperationOutcome with every fault; with one issue for information where there is none. The same in every version. */
    public static String outcome(List<Fault> faults) {
        return Outcome.of(faults);
    }

    /** What LfPSE answers once it has stored an event: with an id, a version, and its own metadata as the last extension. */
    public String stored(LfpseEvent event, Stored stored) {
        var metadata = event.event()
                .orElse(Answers.none().with("DataSharingOptOut", false))
                .with("ReferenceNumber", stored.referenceNumber());
        var resource = writer.write(event.withEvent(metadata));
        resource.setId(stored.id());
        resource.getMeta()
                .setVersionId(String.valueOf(stored.version()))
                .setLastUpdatedElement(Fhir.instant(stored.at()));
        return shape.fromR4(Fhir.write(resource));
    }

    private Reading read(String json, Faults faults) {
        var resource = fhir.read(shape.toR4(json == null ? "" : json, faults), faults);
        if (resource == null) {
            return new Reading(null, null, faults.all());
        }
        faults.nextStep();
        var event = reader.read(resource, faults);
        return new Reading(event, resource.getIdElement().getIdPart(), faults.all());
    }
}

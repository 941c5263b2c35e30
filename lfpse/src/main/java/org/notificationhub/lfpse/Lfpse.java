package org.notificationhub.lfpse;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** LfPSE's language in one version of its taxonomy. Made once, used by all threads. */
public final class Lfpse {

    private final TaxonomyVersion version;
    private final EventWriter writer;

    private Lfpse(TaxonomyVersion version, Map<EventType, String> codes) {
        var taxonomy = new Taxonomy(version);
        this.version = version;
        this.writer = new EventWriter(taxonomy, codes, taxonomy.requires("subject"));
    }

    /** @param codes of the types of event; all four, each its own */
    public static Lfpse of(TaxonomyVersion version, Map<EventType, String> codes) {
        return new Lfpse(version, new EnumMap<>(codes));
    }

    public TaxonomyVersion version() {
        return version;
    }

    /** The first use reads FHIR's model, which takes a second: so do it at start. */
    public void warmUp() {
        validate(write(LfpseEvent.of(EventType.INCIDENT)));
    }

    /** The same event is the same text. An answer that the version has no question for is left out. */
    public String write(LfpseEvent event) {
        return Fhir.write(writer.write(event));
    }

    /** All that can be read, and all that stands in the way of reading the rest. */
    public Reading read(String json) {
        throw new UnsupportedOperationException("follows");
    }

    /** Whether the answers keep the rules of the taxonomy. */
    public List<Fault> check(LfpseEvent event) {
        throw new UnsupportedOperationException("follows");
    }

    /** Everything at once that is wrong with a resource. */
    public List<Fault> validate(String json) {
        throw new UnsupportedOperationException("follows");
    }

    /** An OperationOutcome with every fault; with one issue for information where there is none. */
    public String outcome(List<Fault> faults) {
        throw new UnsupportedOperationException("follows");
    }

    /** What LfPSE answers once it has stored an event. */
    public String stored(LfpseEvent event, Stored stored) {
        throw new UnsupportedOperationException("follows");
    }
}

package org.notificationhub.lfpse;

import java.time.Instant;
import java.util.List;

/** Versions of the taxonomy side by side, as LfPSE offers them. A resource names its own by its profile. */
public final class LfpseVersions {

    private final List<Lfpse> onOffer;

    /** @param onOffer the first is for a resource that names none of them */
    public LfpseVersions(List<Lfpse> onOffer) {
        this.onOffer = List.copyOf(onOffer);
    }

    /** Every version there are tables for, the current one first. */
    public static LfpseVersions all() {
        return new LfpseVersions(TaxonomyVersion.all().stream().map(Lfpse::of).toList());
    }

    public void warmUp() {
        onOffer.forEach(Lfpse::warmUp);
    }

    /** The one in whose terms a resource is to be read. */
    public Lfpse of(String json) {
        return onOffer.stream()
                .filter(lfpse ->
                        json != null && json.contains("\"" + lfpse.version().profile() + "\""))
                .findFirst()
                .orElseGet(() -> onOffer.get(0));
    }

    /** The CapabilityStatement of a server that takes events: an entry for each version. */
    public String capabilities(Instant now) {
        return Capabilities.of(onOffer.stream().map(Lfpse::version).toList(), now);
    }
}

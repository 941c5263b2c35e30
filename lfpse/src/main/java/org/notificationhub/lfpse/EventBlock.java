package org.notificationhub.lfpse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The block {@code details.lfpse} of a notification: an event as JSON. */
public final class EventBlock {

    private EventBlock() {}

    public static LfpseEvent read(JsonNode block) {
        throw new UnsupportedOperationException("follows");
    }

    public static ObjectNode write(LfpseEvent event) {
        throw new UnsupportedOperationException("follows");
    }

    public static ObjectNode schema(TaxonomyVersion version) {
        throw new UnsupportedOperationException("follows");
    }
}

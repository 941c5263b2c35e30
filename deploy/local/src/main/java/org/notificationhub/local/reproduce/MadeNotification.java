package org.notificationhub.local.reproduce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A notification that was made to carry margins, and what the regulator's review will find of it.
 *
 * @param tiers as printed; empty where they are not known
 * @param subModality as printed; null where none is known
 */
public record MadeNotification(ObjectNode content, Modality modality, List<String> tiers, String subModality) {

    public String reference() {
        return content.get("reference").textValue();
    }

    public boolean isReviewed() {
        return !tiers.isEmpty() || subModality != null;
    }
}

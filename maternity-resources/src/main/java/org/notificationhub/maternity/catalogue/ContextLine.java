package org.notificationhub.maternity.catalogue;

import java.util.List;

/** A finding that says why the subject matters. Never without a source. */
public record ContextLine(String anchor, String text, List<String> references) {
    public ContextLine {
        references = Lists.orEmpty(references);
    }
}

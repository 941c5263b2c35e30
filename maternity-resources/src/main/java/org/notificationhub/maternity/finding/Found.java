package org.notificationhub.maternity.finding;

import java.util.List;
import org.notificationhub.maternity.catalogue.Resource;

/**
 * A resource that was found, and where in it.
 *
 * @param lines those that say most of what was looked for, best first; empty where no words were given
 */
public record Found(Resource resource, Marked title, Marked summary, List<FoundLine> lines) {

    /** @param anchor leads to the line on the resource's page */
    public record FoundLine(String anchor, LineKind kind, Marked text) {}
}

package org.notificationhub.maternity.report;

import java.util.List;

/**
 * Something that resources rest on and that needs an editor.
 *
 * @param reference id of the reference, or of the framework
 * @param todo what its editor does about it
 * @param citedBy slugs of the resources whose newest version cites it
 */
public record BrokenReference(Trouble trouble, String reference, String title, String todo, List<String> citedBy) {

    /** The worst first. */
    public enum Trouble {
        /** Cited, and nowhere described. Content like that is not served. */
        UNRESOLVED,
        /** A framework that has ended, whose headings questions still name. */
        FRAMEWORK_ENDED,
        SUPERSEDED,
        /** The day has come from which another edition is to be looked for. */
        PAST_REVIEW,
        /** Cited, and not read by anybody. */
        UNCHECKED,
        /** No version of any resource cites it. */
        UNUSED
    }
}

package org.notificationhub.routing.delivery;

import org.notificationhub.routing.rule.Authority;

/** The way to an authority. Which one serves is configuration. */
public interface Channel {

    /** As the sender sees it, such as {@code http}. */
    String name();

    Authority authority();

    /** Called outside any transaction; it may take as long as the authority's time-out. */
    Answer send(Dispatch dispatch);
}

package org.notificationhub.maternity.rest;

import org.notificationhub.maternity.catalogue.Resource;

/** Where a person reads a resource, or one line of it. */
final class Permalink {

    private Permalink() {}

    static String of(Resource resource) {
        return "/resources/" + resource.slug();
    }

    static String of(Resource resource, String anchor) {
        return of(resource) + "#" + anchor;
    }
}

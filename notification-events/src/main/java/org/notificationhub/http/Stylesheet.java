package org.notificationhub.http;

import io.quarkus.qute.TemplateGlobal;

/** Where every page finds its styles. */
class Stylesheet {

    @TemplateGlobal(name = "stylesheet")
    static final String ADDRESS = Asset.address("/assets/hub.css");

    private Stylesheet() {}
}

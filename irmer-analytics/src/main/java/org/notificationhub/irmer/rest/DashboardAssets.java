package org.notificationhub.irmer.rest;

import io.quarkus.qute.TemplateGlobal;
import org.notificationhub.http.Asset;

/** Where the pages of figures find what they have beyond the hub's styles. */
class DashboardAssets {

    @TemplateGlobal(name = "figureStyles")
    static final String STYLES = Asset.address("/assets/figures.css");

    @TemplateGlobal(name = "liveScript")
    static final String LIVE = Asset.address("/assets/live.js");

    private DashboardAssets() {}
}

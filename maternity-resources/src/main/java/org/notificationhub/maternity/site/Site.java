package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateGlobal;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Asset;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/** What every page of the site has. Templates know it as {@code inject:site}. */
@Named("site")
@Singleton
public class Site {

    @TemplateGlobal(name = "siteStylesheet")
    static final String STYLESHEET = Asset.address("/assets/maternity.css");

    @TemplateGlobal(name = "surveyScript")
    static final String SURVEY = Asset.address("/assets/survey.js");

    private final ResourceCatalogue catalogue;

    Site(ResourceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whose words these are, and what they are not. */
    public String notice() {
        return catalogue.notice();
    }

    /** For a reader, unlike the problem body a program is given. */
    static RestResponse<TemplateInstance> missing() {
        return RestResponse.status(RestResponse.Status.NOT_FOUND, new missing());
    }

    /** Its name is the template's. */
    record missing() implements TemplateInstance {}
}

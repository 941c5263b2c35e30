package org.notificationhub.irmer.export;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;

/**
 * What was asked for, as it was written: the framework decodes the query of an address that a filter has changed.
 *
 * @param form what the address ended with; null where it left that to {@code Accept}
 * @param path without such an end
 * @param query null where there is none
 */
record Asked(Form form, String path, String query) {

    private static final String KEPT = Asked.class.getName();

    static Asked as(Form form, URI address) {
        var path = address.getRawPath();
        return new Asked(form, path.substring(0, path.length() - form.suffix().length()), address.getRawQuery());
    }

    static Asked in(ContainerRequestContext request) {
        var kept = (Asked) request.getProperty(KEPT);
        var address = request.getUriInfo().getRequestUri();
        return kept == null ? new Asked(null, address.getRawPath(), address.getRawQuery()) : kept;
    }

    /** Resources that serve one form alone are not asked which they serve. */
    boolean isAnsweredBy(MediaType mediaType) {
        return form == null
                || mediaType == null
                || MediaType.valueOf(form.accepted()).isCompatible(mediaType);
    }

    void keepWith(ContainerRequestContext request) {
        request.setProperty(KEPT, this);
    }

    /** The same figures by another suffix. */
    String resource(String suffix) {
        return path + suffix + (query == null ? "" : "?" + query);
    }

    /** The same, as seen from beside it. */
    String beside(String suffix) {
        return resource(suffix).substring(path.lastIndexOf('/') + 1);
    }
}

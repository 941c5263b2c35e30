package org.notificationhub.maternity.catalogue;

import java.util.List;

/**
 * Everything the catalogue holds, as its files say it.
 *
 * @param notice what every reader is told: whose words these are, and that they predict no rating
 */
public record Content(
        String notice,
        List<Theme> themes,
        List<Resource> resources,
        List<Reference> references,
        List<Framework> frameworks,
        ReviewFigures reviewFigures) {}

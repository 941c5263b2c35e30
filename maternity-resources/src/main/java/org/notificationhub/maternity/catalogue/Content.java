package org.notificationhub.maternity.catalogue;

import java.util.List;

/**
 * Everything the catalogue holds, as its files say it.
 *
 * @param notice what every reader is told: whose words these are, and that they predict no rating
 * @param resources each in its newest version
 * @param earlier the versions that are not the newest, as they were kept
 * @param recorded what each version said when it was recorded
 */
public record Content(
        String notice,
        List<Theme> themes,
        List<Resource> resources,
        List<Resource> earlier,
        List<RecordedVersion> recorded,
        List<Reference> references,
        List<Framework> frameworks,
        List<Regulation> regulations,
        ReviewFigures reviewFigures) {}

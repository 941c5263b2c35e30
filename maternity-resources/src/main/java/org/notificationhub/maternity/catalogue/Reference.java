package org.notificationhub.maternity.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * Something published that the catalogue rests on.
 *
 * @param edition edition, year or version, where it has one
 * @param reviewFrom the day from which another edition is to be looked for, where the publisher or its habit tells one
 * @param supersededBy id of the reference that takes its place
 * @param says the facts taken from it, in our words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reference(
        String id,
        String title,
        String publisher,
        String url,
        String edition,
        LocalDate reviewFrom,
        String supersededBy,
        String says,
        Confidence confidence) {}

package org.notificationhub.maternity.catalogue;

/**
 * Something published that the catalogue rests on.
 *
 * @param edition edition, year or version, where it has one
 * @param says the facts taken from it, in our words
 */
public record Reference(
        String id, String title, String publisher, String url, String edition, String says, Confidence confidence) {}

package org.notificationhub.routing.rule;

/**
 * A place in the law.
 *
 * @param instrument a statutory instrument, such as {@code SI 2009/3112}
 * @param year of the instrument
 * @param provision the regulation within it, such as {@code reg 18(4)}
 * @param url where it, or the regulator's page about it, can be read
 */
public record Citation(String instrument, int year, String provision, String url, Confidence confidence) {}

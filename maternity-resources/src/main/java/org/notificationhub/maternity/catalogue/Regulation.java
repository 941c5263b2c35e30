package org.notificationhub.maternity.catalogue;

/**
 * A fundamental standard that criteria lead to.
 *
 * @param number in the Regulated Activities Regulations 2014 (SI 2014/2936)
 */
public record Regulation(int number, String name, String url) {}

package org.notificationhub.http;

import java.util.List;

/**
 * One stretch of a list.
 *
 * @param next where the list goes on, or null at its end
 */
public record Page<T>(List<T> items, String next) {}

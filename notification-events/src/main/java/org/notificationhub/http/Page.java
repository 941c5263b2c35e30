package org.notificationhub.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One stretch of a list.
 *
 * @param next where the list goes on, or null at its end
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next) {}

package org.notificationhub.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One stretch of a list.
 *
 * @param next where the list goes on, or null at its end
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

    /** @param cursor the place the list goes on from; null at its end */
    public static <T> RestResponse<Page<T>> answer(List<T> items, Object cursor, UriInfo uri) {
        if (cursor == null) {
            return RestResponse.ok(new Page<>(items, null));
        }
        var next =
                uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
        var link = next.getRawPath() + "?" + next.getRawQuery();
        return RestResponse.ResponseBuilder.ok(new Page<>(items, link))
                .header(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"")
                .build();
    }

    /** @param found up to one more than {@code size}, which is how one knows that the list goes on */
    public static <E, T> RestResponse<Page<T>> answer(
            List<E> found, int size, Function<E, T> view, Function<E, Cursor> place, UriInfo uri) {
        var items = found.stream().limit(size).map(view).toList();
        return answer(items, found.size() > size ? place.apply(found.get(size - 1)) : null, uri);
    }
}

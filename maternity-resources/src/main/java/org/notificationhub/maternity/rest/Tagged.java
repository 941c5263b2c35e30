package org.notificationhub.maternity.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** An answer and its strong entity tag. */
record Tagged<T>(T view, EntityTag tag) {

    /** The answer, or 304 where the caller has it already. */
    Response to(Request request) {
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view) : unchanged).tag(tag).build();
    }
}

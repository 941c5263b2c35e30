package org.notificationhub.http;

import jakarta.enterprise.context.RequestScoped;

/** The trace of the request being answered. */
@RequestScoped
public class CurrentTrace {

    private Trace trace;

    public Trace get() {
        return trace;
    }

    void set(Trace trace) {
        this.trace = trace;
    }
}

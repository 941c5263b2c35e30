package org.notificationhub.http;

/** A throwable without its words, which may quote what was submitted: the classes and the places stay. */
public final class Failure extends Exception {

    public Failure(Throwable original) {
        super(original.getClass().getName(), original.getCause() == null ? null : new Failure(original.getCause()));
        setStackTrace(original.getStackTrace());
    }
}

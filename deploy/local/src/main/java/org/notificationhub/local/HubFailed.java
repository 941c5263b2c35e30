package org.notificationhub.local;

/** A command could not do what it was asked. The message says what, why and what to do next. */
public final class HubFailed extends RuntimeException {

    public HubFailed(String message) {
        super(message);
    }

    public HubFailed(String message, Throwable cause) {
        super(message, cause);
    }
}

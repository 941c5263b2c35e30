package org.notificationhub.local;

/** The hub could not be started. The message says what, why and what to do next. */
final class StartFailed extends RuntimeException {

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}

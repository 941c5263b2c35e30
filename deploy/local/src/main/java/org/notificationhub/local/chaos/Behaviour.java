package org.notificationhub.local.chaos;

/** How an authority's stand-in treats requests. */
record Behaviour(Mode mode, double share, int latencyMs, Callbacks callbacks) {

    enum Mode {
        ACCEPT,
        REJECT,
        ERROR,
        TIMEOUT,
        ACCEPT_THEN_TIMEOUT,
        RATE_LIMIT
    }

    enum Callbacks {
        NONE,
        ONCE,
        TWICE,
        SHUFFLED
    }

    static final Behaviour USUAL = new Behaviour(Mode.ACCEPT, 1, 0, Callbacks.NONE);

    String json() {
        return "{\"mode\": \"%s\", \"share\": %s, \"latencyMs\": %d, \"callbacks\": \"%s\"}"
                .formatted(mode, share, latencyMs, callbacks);
    }
}

package org.notificationhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** What differs between the authorities. */
public interface Regulator {

    Authority authority();

    /** The answer of the mode {@code REJECT}: readable, but breaks a rule. */
    Reply rejection();

    /** An answer for 429, 500 and 503. */
    Reply trouble(int status);

    /**
     * Holds again what it held since it took {@code request}.
     *
     * @param holds as {@link Reply#holds} said it
     */
    void recall(Received request, JsonNode holds);

    /** Forgets everything it holds. */
    void clear();
}

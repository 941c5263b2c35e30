package org.notificationhub.sandbox;

/** What differs between the authorities. */
public interface Regulator {

    /** The answer of the mode {@code REJECT}: readable, but breaks a rule. */
    Reply rejection();

    /** An answer for 429, 500 and 503. */
    Reply trouble(int status);

    /** Forgets everything it holds. */
    void clear();
}

package org.notificationhub.lfpse;

/**
 * A row of the table of elements.
 *
 * @param extension that it is part of; empty where it stands on the resource itself
 * @param name in every version
 * @param element its name in this version
 */
record Question(
        Part part, String extension, String name, String element, int min, int max, ValueType type, Codes codes) {

    boolean repeats() {
        return max > 1;
    }
}

package org.notificationhub.lfpse;

import java.util.Collection;
import java.util.Map;

/** An extension of a resource, with its questions by their names in this version, in the order they are written. */
record ExtensionTable(String name, int min, int max, Map<String, Question> byElement) {

    Collection<Question> questions() {
        return byElement.values();
    }
}

package org.notificationhub.local.reproduce;

import java.util.List;
import org.notificationhub.local.reproduce.Fault.Place;

/**
 * One row of published figures.
 *
 * @param modality null for all of them together
 * @param path the part of the modality as it was printed; empty for the whole
 * @param count null where it was not read
 * @param percent as printed; null where none was
 * @param rest whether it only tells how many have no known part beneath the path
 */
record Published(
        Shape shape, Modality modality, List<String> path, Integer count, Integer percent, boolean rest, Place place) {

    Published {
        path = List.copyOf(path);
    }

    boolean isWhole() {
        return path.isEmpty() && !rest;
    }

    String name() {
        return path.isEmpty() ? whole() : whole() + " > " + String.join(" > ", path);
    }

    private String whole() {
        return modality == null ? "all" : modality.label();
    }
}

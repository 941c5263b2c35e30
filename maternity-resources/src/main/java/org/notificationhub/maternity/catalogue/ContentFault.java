package org.notificationhub.maternity.catalogue;

/**
 * Something in the content that nobody may read like that.
 *
 * @param file below {@code content/}
 * @param place in the file: an anchor or a member, empty where the whole file is meant
 * @param remedy what its editor does about it
 */
public record ContentFault(String file, String place, String what, String remedy) {

    @Override
    public String toString() {
        return file + (place.isEmpty() ? "" : " at " + place) + ": " + what + ". " + remedy + ".";
    }
}

package org.notificationhub.maternity.catalogue;

/**
 * What a version said when it was recorded. Never changed afterwards, so that a text that was published cannot be altered
 * without anybody noticing.
 *
 * @param resource its slug
 * @param fingerprint SHA-256, hexadecimal, of what the version tells a reader
 */
public record RecordedVersion(String resource, int version, String fingerprint) {

    public static RecordedVersion of(Resource resource) {
        return new RecordedVersion(resource.slug(), resource.version(), Fingerprint.of(resource));
    }

    boolean isOf(Resource version) {
        return version.slug().equals(resource) && version.version() == this.version;
    }
}

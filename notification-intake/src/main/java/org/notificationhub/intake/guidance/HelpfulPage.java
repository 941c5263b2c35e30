package org.notificationhub.intake.guidance;

/**
 * Something to read on, after a notification.
 *
 * @param href absolute
 * @param publisher whose words it has: {@code HUB} or {@code CQC}
 */
public record HelpfulPage(String title, String href, String publisher) {}

package org.notificationhub.intake.content;

/**
 * A kind of notification the law knows.
 *
 * @param code as in the rule table, such as {@code SERIOUS_INJURY}
 * @param regulation the provision that asks for it, such as {@code SI 2009/3112 reg 16}
 */
public record NotificationType(String code, String title, String regulation) {}

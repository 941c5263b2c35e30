package org.notificationhub.intake.content;

/**
 * A kind of notification that the law or LfPSE knows.
 *
 * @param code as in the rule table, such as {@code SERIOUS_INJURY}
 * @param regulation the provision that asks for it, such as {@code SI 2009/3112 reg 16}, or that none does
 */
public record NotificationType(String code, String title, String regulation) {}

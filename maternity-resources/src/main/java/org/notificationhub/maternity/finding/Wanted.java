package org.notificationhub.maternity.finding;

import java.time.LocalDate;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.KeyQuestion;

/**
 * What is looked for. A null narrows nothing.
 *
 * @param theme slug of a theme
 * @param audience whom a question is put to
 * @param keyQuestion under which a question is asked; with an audience, the same question
 * @param words as typed: quotes hold words together, OR and a minus are understood
 * @param changedSince the day from which a version was published
 */
public record Wanted(String theme, Audience audience, KeyQuestion keyQuestion, String words, LocalDate changedSince) {}

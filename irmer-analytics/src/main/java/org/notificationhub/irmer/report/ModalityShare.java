package org.notificationhub.irmer.report;

/**
 * A modality's part of a year.
 *
 * @param percent of all that are counted, to the nearest whole number and a half upwards, as CQC publishes it; null where
 *     nothing is counted. Rounded shares need not add up to 100.
 */
public record ModalityShare(Modality modality, int count, Integer percent) {

    static ModalityShare of(Modality modality, int count, int total) {
        return new ModalityShare(
                modality, count, total == 0 ? null : Math.toIntExact((200L * count + total) / (2L * total)));
    }
}

package org.notificationhub.local.reproduce;

import java.util.List;
import java.util.Map;

/**
 * What the hub counted. Missing is null, not zero.
 *
 * @param subModalities of each modality, by the words as printed
 * @param errors of each modality, by the path of tiers as printed
 */
public record Computed(
        int total,
        Map<Modality, OfModality> modalities,
        Map<Modality, Map<String, Share>> subModalities,
        Map<Modality, Map<List<String>, Integer>> errors) {

    public record OfModality(int count, Integer percent, Integer nhsCount, Integer nhsPercent) {}

    public record Share(int count, Integer percent) {}
}

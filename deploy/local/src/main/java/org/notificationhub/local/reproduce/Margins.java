package org.notificationhub.local.reproduce;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was published of a year, and adds up: margins, each for itself. No table crosses one with another.
 *
 * @param total of all modalities; null where only the modalities were published
 * @param counts of each modality that is known, in the order of CQC's reports
 * @param percents of the total, as printed, where they were
 * @param subModalities what is missing from a modality's count has no known sub-modality
 * @param organisations kinds of employers; a modality of which nothing is known has none
 * @param errors ends of the paths of tiers
 */
public record Margins(
        ReportingYear year,
        Integer total,
        Map<Modality, Integer> counts,
        Map<Modality, Integer> percents,
        List<Portion> subModalities,
        List<Portion> organisations,
        List<Portion> errors) {

    public Margins {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        percents = Collections.unmodifiableMap(new TreeMap<>(percents));
        subModalities = List.copyOf(subModalities);
        organisations = List.copyOf(organisations);
        errors = List.copyOf(errors);
    }

    /** @throws MarginsRefused where they do not add up or cannot be read, with every reason */
    static Margins of(ReportingYear year, Collection<FiguresFile> files) {
        return new AddUp(year, files).margins();
    }

    /** All that there are to make. */
    public int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    static List<Portion> of(Modality modality, List<Portion> parts) {
        return parts.stream().filter(part -> part.modality() == modality).toList();
    }
}

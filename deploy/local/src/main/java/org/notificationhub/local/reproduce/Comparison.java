package org.notificationhub.local.reproduce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What was published beside what the hub computed, figure by figure. */
public record Comparison(String year, List<Line> lines) {

    /**
     * One figure.
     *
     * @param published null where it was not
     * @param computed null where the hub does not know it either
     * @param unit {@code notifications} or {@code %}
     * @param note what else a reader must know; null where there is nothing
     */
    public record Line(
            String of, String figure, String unit, Integer published, Integer computed, Verdict verdict, String note) {}

    private static final String COUNT = "notifications";
    private static final String PERCENT = "%";

    /** Every figure that was published came out as it was. */
    public boolean isReproduced() {
        return lines.stream().noneMatch(line -> line.verdict() == Verdict.DIFFERS);
    }

    public long count(Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    public static Comparison of(Margins margins, Computed computed) {
        return new Comparison(margins.year().toString(), new Writer(margins, computed).lines());
    }

    private static final class Writer {

        private final Margins margins;
        private final Computed computed;
        private final List<Line> lines = new ArrayList<>();

        Writer(Margins margins, Computed computed) {
            this.margins = margins;
            this.computed = computed;
        }

        List<Line> lines() {
            count("Notifications", "All modalities", margins.size(), computed.total(), null);
            margins.counts().keySet().forEach(this::modality);
            margins.counts().keySet().forEach(this::nhsShare);
            margins.counts().keySet().forEach(this::subModalities);
            margins.counts().keySet().forEach(this::errors);
            return lines;
        }

        private void modality(Modality modality) {
            var found = found(modality);
            count("Notifications", modality.label(), margins.counts().get(modality), found.count(), null);
            percent("Notifications", modality.label(), margins.percents().get(modality), found.percent(), null);
        }

        private Computed.OfModality found(Modality modality) {
            return computed.modalities().getOrDefault(modality, new Computed.OfModality(0, null, null, null));
        }

        private void nhsShare(Modality modality) {
            var found = found(modality);
            var acute = Margins.of(modality, margins.organisations()).stream()
                    .filter(part -> part.path().equals(List.of("NHS_ACUTE")))
                    .findFirst()
                    .orElse(null);
            var of = "From NHS acute trusts";
            count(of, modality.label(), published(acute), found.nhsCount(), range(acute));
            percent(of, modality.label(), acute == null ? null : acute.percent(), found.nhsPercent(), null);
        }

        private void subModalities(Modality modality) {
            var found = computed.subModalities().getOrDefault(modality, Map.of());
            var of = "Sub-modality, " + modality.label().toLowerCase(Locale.UK);
            var names = new HashSet<String>();
            for (var part : Margins.of(modality, margins.subModalities())) {
                if (!part.path().isEmpty()) {
                    var name = part.path().get(0);
                    var share = found.getOrDefault(name, new Computed.Share(0, null));
                    names.add(name);
                    count(of, name, published(part), share.count(), range(part));
                    percent(of, name, part.percent(), share.percent(), null);
                }
            }
            found.forEach((name, share) -> {
                if (!names.contains(name)) {
                    unexpected(of, name, share.count());
                }
            });
            var known = found.values().stream().mapToInt(Computed.Share::count).sum();
            rest(of, found(modality).count() - known, "without a known sub-modality");
        }

        private void errors(Modality modality) {
            var found = computed.errors().getOrDefault(modality, Map.of());
            var of = "Error, " + modality.label().toLowerCase(Locale.UK);
            var ends = Margins.of(modality, margins.errors());
            var paths = paths(ends);
            for (var path : paths) {
                var published = ends.stream()
                        .filter(end -> startsWith(end.path(), path))
                        .mapToInt(Portion::count)
                        .sum();
                count(of, String.join(" > ", path), published, found.getOrDefault(path, 0), null);
            }
            found.forEach((path, count) -> {
                if (!paths.contains(path)) {
                    unexpected(of, String.join(" > ", path), count);
                }
            });
            var known = found.entrySet().stream()
                    .filter(each -> each.getKey().size() == 1)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            rest(of, found(modality).count() - known, "without a known tier, awaiting review");
        }

        /** Each path with those above it, in the order of the file. */
        private static Set<List<String>> paths(List<Portion> ends) {
            var paths = new LinkedHashSet<List<String>>();
            for (var end : ends) {
                for (var depth = 1; depth <= end.path().size(); depth++) {
                    paths.add(end.path().subList(0, depth));
                }
            }
            return paths;
        }

        private static boolean startsWith(List<String> path, List<String> beginning) {
            return path.size() >= beginning.size()
                    && path.subList(0, beginning.size()).equals(beginning);
        }

        private void unexpected(String of, String figure, int found) {
            lines.add(new Line(of, figure, COUNT, 0, found, Verdict.DIFFERS, "not among the figures to reproduce"));
        }

        /** A row that balances is no figure: what it counts was not read, or was not published. */
        private void rest(String of, int found, String what) {
            if (found != 0) {
                count(of, "The rest", null, found, what);
            }
        }

        private void count(String of, String figure, Integer published, Integer found, String note) {
            lines.add(new Line(of, figure, COUNT, published, found, Verdict.of(published, found), note));
        }

        private void percent(String of, String figure, Integer published, Integer found, String note) {
            lines.add(new Line(of, figure, PERCENT, published, found, Verdict.of(published, found), note));
        }

        private static Integer published(Portion part) {
            return part == null || !part.isCountPublished() ? null : part.count();
        }

        private static String range(Portion part) {
            return part == null || part.isCountPublished()
                    ? null
                    : "made within %d to %d, which %d %% allows".formatted(part.least(), part.most(), part.percent());
        }
    }
}

package org.notificationhub.local.chaos;

import static org.notificationhub.local.chaos.Authority.CQC;
import static org.notificationhub.local.chaos.Authority.LFPSE;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.notificationhub.local.chaos.Disagreement.Finding;
import org.notificationhub.local.chaos.HubRecord.Sent;

/** Whether the hub has what a sender was told it has, and says of it what the authorities bear out. */
record InTheHub(Traces traces) {

    Optional<Disagreement> lost() {
        var told = traces.told();
        var versions = IntStream.rangeClosed(1, told.versions()).boxed().toList();
        var shown = traces.shown();
        if (shown == null || !List.copyOf(shown.versions()).equals(versions)) {
            return found(
                    Finding.LOST,
                    "the sender was told of versions %s, intake has %s"
                            .formatted(versions, shown == null ? "nothing" : shown.versions()));
        }
        var routed = traces.routed();
        return routed != null && routed.version() == told.versions() && routed.isWithdrawn() == told.isWithdrawn()
                ? Optional.empty()
                : found(
                        Finding.LOST,
                        "the sender was told of versions %s, routing has %s"
                                .formatted(versions, routed == null ? "nothing" : "version " + routed.version()));
    }

    /** Of what is not lost. */
    List<Disagreement> disagreements() {
        return Stream.of(undecided(), shownOtherwise(), duty(), miscounted())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Disagreement> undecided() {
        var contents = traces.told().contents().toList();
        var decided = traces.routed().decided();
        return decided.equals(contents)
                ? Optional.empty()
                : found(Finding.UNDECIDED, "versions %s were decided as %s".formatted(contents, decided));
    }

    private Optional<Disagreement> shownOtherwise() {
        var shown = traces.shown();
        var routed = traces.routed();
        var newest = new TreeMap<String, String>();
        routed.deliveries().stream()
                .sorted(Comparator.comparingInt(Sent::version))
                .forEach(sent -> newest.put(sent.authority().name(), sent.status()));
        return shown.revision() == routed.revision()
                        && shown.duties().equals(routed.duties())
                        && shown.deliveries().equals(newest)
                ? Optional.empty()
                : found(
                        Finding.SHOWN_OTHERWISE,
                        "intake shows revision %d, duties %s, deliveries %s; routing has %d, %s, %s"
                                .formatted(
                                        shown.revision(),
                                        shown.duties(),
                                        shown.deliveries(),
                                        routed.revision(),
                                        routed.duties(),
                                        newest));
    }

    private Optional<Disagreement> duty() {
        var duty = traces.routed().duties().getOrDefault(CQC.name(), "missing");
        var status = traces.shown().status();
        var current = traces.told().current();
        return possible().contains(duty) && status.equals(statusOf(duty))
                ? Optional.empty()
                : found(
                        Finding.DUTY,
                        "the duty to CQC is %s and the status %s, where the authorities took version %d so often: %s"
                                .formatted(
                                        duty,
                                        status,
                                        current,
                                        Map.of(
                                                CQC, traces.effects(CQC, current),
                                                LFPSE, traces.effects(LFPSE, current))));
    }

    /** How the duty to CQC may stand, by what the authorities have. */
    private Set<String> possible() {
        var told = traces.told();
        if (told.report().told().isEmpty()) {
            return Set.of("NOT_REQUIRED");
        }
        if (told.isWithdrawn()) {
            return Set.of("WITHDRAWN");
        }
        var current = told.current();
        var isMet = traces.effects(CQC, current) > 0
                || told.report().isExemptByLfpse() && traces.effects(LFPSE, current) > 0;
        if (traces.sent(CQC, current).filter(traces::isRefused).isPresent()) {
            return isMet ? Set.of("DISCHARGED", "OPEN") : Set.of("OPEN");
        }
        return isMet ? Set.of("DISCHARGED") : Set.of();
    }

    private String statusOf(String duty) {
        if (traces.told().isWithdrawn()) {
            return "WITHDRAWN";
        }
        return duty.equals("OPEN") ? "ACTION_REQUIRED" : duty;
    }

    private Optional<Disagreement> miscounted() {
        var isExposure = traces.told().report().kind() == Kind.IRMER_SAUE;
        return traces.exposures().size() == (isExposure ? traces.told().versions() : 0)
                ? Optional.empty()
                : found(Finding.MISCOUNTED, "the radiation figures have versions " + traces.exposures());
    }

    private Optional<Disagreement> found(Finding finding, String words) {
        return Optional.of(traces.disagreement(finding, words));
    }
}

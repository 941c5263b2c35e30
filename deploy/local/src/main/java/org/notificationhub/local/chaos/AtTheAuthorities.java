package org.notificationhub.local.chaos;

import static org.notificationhub.local.chaos.Authority.CQC;
import static org.notificationhub.local.chaos.Authority.LFPSE;

import java.util.ArrayList;
import java.util.List;
import org.notificationhub.local.chaos.Disagreement.Finding;

/** Whether exactly those know who must, each version once and in order. */
final class AtTheAuthorities {

    private final Traces traces;
    private final Told told;
    private final List<Disagreement> disagreements = new ArrayList<>();
    private int explainedDoubles;

    AtTheAuthorities(Traces traces) {
        this.traces = traces;
        this.told = traces.told();
        areToldWhatIsOwed();
        areToldNothingElse();
        for (var authority : Authority.values()) {
            tookEachOnce(authority);
            tookEachInOrder(authority);
            tookItBack(authority);
        }
    }

    List<Disagreement> disagreements() {
        return disagreements;
    }

    /** What LfPSE took twice because an answer got lost; it knows no idempotency key. */
    int explainedDoubles() {
        return explainedDoubles;
    }

    private void areToldWhatIsOwed() {
        for (var authority : told.report().told()) {
            told.contents()
                    .filter(version -> traces.effects(authority, version) == 0)
                    .filter(version -> !isExcused(authority, version))
                    .forEach(version -> disagree(
                            Finding.NOT_TOLD,
                            "%s was not told of version %d, which the hub has as %s"
                                    .formatted(authority, version, traces.state(authority, version))));
        }
    }

    /** The authority was told to refuse; or the sender took it back before it was sent; or LfPSE never answered. */
    private boolean isExcused(Authority authority, int version) {
        return traces.sent(authority, version)
                .filter(sent -> traces.isRefused(sent)
                        || sent.status().equals("CANCELLED") && told.isWithdrawn()
                        || authority == LFPSE && !sent.isAccepted() && traces.wasUnknown(sent))
                .isPresent();
    }

    private void areToldNothingElse() {
        for (var effect : traces.effects()) {
            if (!effect.isWithdrawal() && (effect.version() < 1 || effect.version() > told.current())) {
                disagree(Finding.UNTOLD, "%s took a version that no sender was told of".formatted(effect.authority()));
            }
            if (!told.report().told().contains(effect.authority()) && !isFallback(effect)) {
                disagree(
                        Finding.TOLD_WRONGLY,
                        "%s took version %d, which is owed to %s"
                                .formatted(
                                        effect.authority(),
                                        effect.version(),
                                        told.report().told()));
            }
        }
    }

    /** LfPSE did not accept this version or one before it, so CQC had to be told directly. */
    private boolean isFallback(Arrival effect) {
        return effect.authority() == CQC
                && told.report().isExemptByLfpse()
                && traces.routed().deliveries().stream()
                        .filter(sent -> sent.authority() == LFPSE && sent.version() <= effect.version())
                        .anyMatch(sent -> traces.isRefused(sent) || traces.wasUnknown(sent));
    }

    private void tookEachOnce(Authority authority) {
        told.contents().forEach(version -> tookOnce(authority, version, traces.effects(authority, version)));
        tookOnce(authority, told.versions(), traces.withdrawals(authority));
    }

    private void tookOnce(Authority authority, int version, long times) {
        if (times < 2) {
            return;
        }
        if (authority == LFPSE && traces.wasUnknown(LFPSE, version)) {
            explainedDoubles++;
        } else {
            disagree(
                    Finding.DOUBLED,
                    "%s took version %d %d times, and the hub has it as %s"
                            .formatted(authority, version, times, traces.state(authority, version)));
        }
    }

    private void tookEachInOrder(Authority authority) {
        var latest = 0;
        for (var effect : traces.effects()) {
            if (effect.authority() == authority && !effect.isWithdrawal()) {
                if (effect.version() < latest && isFirst(effect) && !traces.wasUnknown(authority, effect.version())) {
                    disagree(
                            Finding.OVERTAKEN,
                            "%s took version %d before version %d".formatted(authority, latest, effect.version()));
                }
                latest = Math.max(latest, effect.version());
            }
        }
    }

    private boolean isFirst(Arrival effect) {
        return traces.effects().stream()
                .filter(other -> other.authority() == effect.authority() && other.version() == effect.version())
                .noneMatch(other -> other.number() < effect.number());
    }

    /** Whoever took it is told that it was taken back, as far as the hub can know that it was taken. */
    private void tookItBack(Authority authority) {
        var withdrawals = traces.withdrawals(authority);
        if (!told.isWithdrawn() && withdrawals > 0) {
            disagree(Finding.TOLD_WRONGLY, "%s was told of a withdrawal that nobody made".formatted(authority));
        }
        if (told.isWithdrawn()
                && withdrawals == 0
                && isKnownToHave(authority)
                && traces.sent(authority, told.versions())
                        .filter(traces::isRefused)
                        .isEmpty()) {
            disagree(
                    Finding.NOT_TOLD,
                    "%s was not told of the withdrawal, which the hub has as %s"
                            .formatted(authority, traces.state(authority, told.versions())));
        }
    }

    private boolean isKnownToHave(Authority authority) {
        return told.contents()
                .filter(version -> traces.effects(authority, version) > 0)
                .anyMatch(version -> traces.sent(authority, version)
                        .filter(sent -> !sent.isAccepted() && traces.wasUnknown(sent))
                        .isEmpty());
    }

    private void disagree(Finding finding, String words) {
        disagreements.add(traces.disagreement(finding, words));
    }
}

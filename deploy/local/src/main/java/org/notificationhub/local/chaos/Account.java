package org.notificationhub.local.chaos;

import static org.notificationhub.local.chaos.Authority.CQC;
import static org.notificationhub.local.chaos.Authority.LFPSE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.notificationhub.local.chaos.Disagreement.Finding;
import org.notificationhub.local.chaos.FaultRun.Refusing;
import org.notificationhub.local.chaos.HubRecord.Routed;
import org.notificationhub.local.chaos.HubRecord.Sent;
import org.notificationhub.local.chaos.HubRecord.Shown;

/** One notification on all three sides. */
final class Account {

    private final Told told;
    private final Shown shown;
    private final Routed routed;
    private final Set<Integer> exposures;
    private final List<Arrival> effects;
    private final List<Arrival> refusals;
    private final List<Disagreement> disagreements = new ArrayList<>();
    private int explainedDoubles;

    /** @param arrivals of this notification, in order */
    Account(Told told, HubRecord hub, List<Arrival> arrivals, List<Refusing> refusing) {
        this.told = told;
        this.shown = hub.shown().get(told.id());
        this.routed = hub.routed().get(told.id());
        this.exposures = hub.exposures().getOrDefault(told.id(), Set.of());
        this.effects = arrivals.stream().filter(Arrival::hasEffect).toList();
        this.refusals = arrivals.stream()
                .filter(Arrival::isRefused)
                .filter(arrival -> refusing.stream().anyMatch(period -> period.covers(arrival)))
                .toList();
    }

    List<Disagreement> disagreements() {
        isInTheHubOnce();
        if (disagreements.isEmpty()) {
            isDecidedOnce();
            isShownAsRouted();
            isToldToWhomItIsOwed();
            isToldToNobodyElse();
            isTakenOnce();
            isTakenInOrder();
            isTakenBack();
            isAsTheDutySays();
            isCounted();
        }
        return disagreements;
    }

    /** What LfPSE took twice because an answer got lost; it knows no idempotency key. */
    int explainedDoubles() {
        return explainedDoubles;
    }

    /** Deliveries that were refused while their authority had been told to refuse. */
    long refused() {
        return routed == null
                ? 0
                : routed.deliveries().stream().filter(this::isRefused).count();
    }

    private void isInTheHubOnce() {
        var versions = IntStream.rangeClosed(1, told.versions()).boxed().toList();
        if (shown == null || !List.copyOf(shown.versions()).equals(versions)) {
            disagree(
                    Finding.LOST,
                    "the sender was told of versions %s, intake has %s"
                            .formatted(versions, shown == null ? "nothing" : shown.versions()));
        } else if (routed == null
                || routed.version() != told.versions()
                || routed.isWithdrawn() != told.isWithdrawn()) {
            disagree(
                    Finding.LOST,
                    "the sender was told of versions %s, routing has %s"
                            .formatted(versions, routed == null ? "nothing" : "version " + routed.version()));
        }
    }

    private void isDecidedOnce() {
        var contents = told.contents().toList();
        if (!routed.decided().equals(contents)) {
            disagree(Finding.UNDECIDED, "versions %s were decided as %s".formatted(contents, routed.decided()));
        }
    }

    private void isShownAsRouted() {
        var newest = new TreeMap<String, String>();
        routed.deliveries().stream()
                .sorted(Comparator.comparingInt(Sent::version))
                .forEach(sent -> newest.put(sent.authority().name(), sent.status()));
        if (shown.revision() != routed.revision()
                || !shown.duties().equals(routed.duties())
                || !shown.deliveries().equals(newest)) {
            disagree(
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
    }

    private void isToldToWhomItIsOwed() {
        for (var authority : told.report().told()) {
            told.contents()
                    .filter(version -> effects(authority, version) == 0)
                    .filter(version -> !isExcused(authority, version))
                    .forEach(version -> disagree(
                            Finding.NOT_TOLD,
                            "%s was not told of version %d, which the hub has as %s"
                                    .formatted(authority, version, state(authority, version))));
        }
    }

    /** The authority was told to refuse; or the sender took it back before it was sent; or LfPSE never answered. */
    private boolean isExcused(Authority authority, int version) {
        return routed.sent(authority, version)
                .filter(sent -> isRefused(sent)
                        || sent.status().equals("CANCELLED") && told.isWithdrawn()
                        || authority == LFPSE && !sent.isAccepted() && wasUnknown(sent))
                .isPresent();
    }

    private void isToldToNobodyElse() {
        for (var effect : effects) {
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
                && routed.deliveries().stream()
                        .filter(sent -> sent.authority() == LFPSE && sent.version() <= effect.version())
                        .anyMatch(sent -> isRefused(sent) || wasUnknown(sent));
    }

    private void isTakenOnce() {
        for (var authority : Authority.values()) {
            told.contents().forEach(version -> isTakenOnce(authority, version, effects(authority, version)));
            isTakenOnce(authority, told.versions(), withdrawals(authority));
        }
    }

    private void isTakenOnce(Authority authority, int version, long times) {
        if (times < 2) {
            return;
        }
        if (authority == LFPSE
                && routed.sent(LFPSE, version).filter(this::wasUnknown).isPresent()) {
            explainedDoubles++;
        } else {
            disagree(
                    Finding.DOUBLED,
                    "%s took version %d %d times, and the hub has it as %s"
                            .formatted(authority, version, times, state(authority, version)));
        }
    }

    private void isTakenInOrder() {
        for (var authority : Authority.values()) {
            var latest = 0;
            for (var effect : effects) {
                if (effect.authority() == authority && !effect.isWithdrawal()) {
                    if (effect.version() < latest && isFirst(effect) && !wasUnknown(authority, effect.version())) {
                        disagree(
                                Finding.OVERTAKEN,
                                "%s took version %d before version %d".formatted(authority, latest, effect.version()));
                    }
                    latest = Math.max(latest, effect.version());
                }
            }
        }
    }

    private boolean isFirst(Arrival effect) {
        return effects.stream()
                .filter(other -> other.authority() == effect.authority() && other.version() == effect.version())
                .noneMatch(other -> other.number() < effect.number());
    }

    private boolean wasUnknown(Authority authority, int version) {
        return routed.sent(authority, version).filter(this::wasUnknown).isPresent();
    }

    /** Whether at some attempt nobody could know if it had been taken. */
    private boolean wasUnknown(Sent sent) {
        return sent.outcomes().contains("NO_ANSWER")
                || shown.unknownTo().contains(sent.authority().name());
    }

    /** Whoever took it is told that it was taken back, as far as the hub can know that it was taken. */
    private void isTakenBack() {
        for (var authority : Authority.values()) {
            if (told.isWithdrawn() && isKnownToHave(authority) && withdrawals(authority) == 0) {
                var withdrawal = routed.sent(authority, told.versions());
                if (withdrawal.filter(this::isRefused).isEmpty()) {
                    disagree(
                            Finding.NOT_TOLD,
                            "%s was not told of the withdrawal, which the hub has as %s"
                                    .formatted(authority, state(authority, told.versions())));
                }
            }
            if (!told.isWithdrawn() && withdrawals(authority) > 0) {
                disagree(Finding.TOLD_WRONGLY, "%s was told of a withdrawal that nobody made".formatted(authority));
            }
        }
    }

    private boolean isKnownToHave(Authority authority) {
        return told.contents()
                .filter(version -> effects(authority, version) > 0)
                .anyMatch(version -> routed.sent(authority, version)
                        .filter(sent -> !sent.isAccepted() && wasUnknown(sent))
                        .isEmpty());
    }

    private void isAsTheDutySays() {
        var duty = routed.duties().getOrDefault(CQC.name(), "missing");
        if (!duties().contains(duty) || !shown.status().equals(statusOf(duty))) {
            disagree(
                    Finding.DUTY,
                    "the duty to CQC is %s and the status %s, where the authorities have version %s"
                            .formatted(
                                    duty,
                                    shown.status(),
                                    Map.of(CQC, effects(CQC, told.current()), LFPSE, effects(LFPSE, told.current()))));
        }
    }

    /** How the duty to CQC may stand, by what the authorities have. */
    private Set<String> duties() {
        if (told.report().told().isEmpty()) {
            return Set.of("NOT_REQUIRED");
        }
        if (told.isWithdrawn()) {
            return Set.of("WITHDRAWN");
        }
        var current = told.current();
        var isMet = effects(CQC, current) > 0 || told.report().isExemptByLfpse() && effects(LFPSE, current) > 0;
        var isRefused = routed.sent(CQC, current).filter(this::isRefused).isPresent();
        if (isRefused) {
            return isMet ? Set.of("DISCHARGED", "OPEN") : Set.of("OPEN");
        }
        return isMet ? Set.of("DISCHARGED") : Set.of();
    }

    private String statusOf(String duty) {
        return told.isWithdrawn() ? "WITHDRAWN" : duty.equals("OPEN") ? "ACTION_REQUIRED" : duty;
    }

    private void isCounted() {
        var isExposure = told.report().kind() == Kind.IRMER_SAUE;
        if (isExposure ? exposures.size() != told.versions() : !exposures.isEmpty()) {
            disagree(Finding.MISCOUNTED, "the radiation figures have versions " + exposures);
        }
    }

    private boolean isRefused(Sent sent) {
        return sent.status().equals("REJECTED")
                && refusals.stream().anyMatch(refusal -> refusal.requestId().equals(sent.id()));
    }

    private long effects(Authority authority, int version) {
        return effects.stream()
                .filter(effect -> effect.authority() == authority && !effect.isWithdrawal())
                .filter(effect -> effect.version() == version)
                .count();
    }

    private long withdrawals(Authority authority) {
        return effects.stream()
                .filter(effect -> effect.authority() == authority && effect.isWithdrawal())
                .count();
    }

    private String state(Authority authority, int version) {
        return routed.sent(authority, version)
                .map(sent -> "delivery %s, %s after %s".formatted(sent.id(), sent.status(), sent.outcomes()))
                .orElse("no delivery");
    }

    private void disagree(Finding finding, String words) {
        disagreements.add(new Disagreement(finding, told.report().reference(), told.id(), words));
    }
}

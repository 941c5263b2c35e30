package org.notificationhub.local.chaos;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.notificationhub.local.chaos.Disagreement.Finding;
import org.notificationhub.local.chaos.FaultRun.Refusing;
import org.notificationhub.local.chaos.HubRecord.Routed;
import org.notificationhub.local.chaos.HubRecord.Sent;
import org.notificationhub.local.chaos.HubRecord.Shown;

/**
 * What one notification has left behind on all three sides.
 *
 * @param shown null where intake does not have it
 * @param routed null where routing does not have it
 * @param exposures versions that the radiation figures know
 * @param effects at the authorities, in order
 * @param refusals by authorities that had been told to refuse
 */
record Traces(
        Told told, Shown shown, Routed routed, Set<Integer> exposures, List<Arrival> effects, List<Arrival> refusals) {

    static Traces of(Told told, HubRecord hub, List<Arrival> arrivals, List<Refusing> refusing) {
        return new Traces(
                told,
                hub.shown().get(told.id()),
                hub.routed().get(told.id()),
                hub.exposures().getOrDefault(told.id(), Set.of()),
                arrivals.stream().filter(Arrival::hasEffect).toList(),
                arrivals.stream()
                        .filter(Arrival::isRefused)
                        .filter(arrival -> refusing.stream().anyMatch(period -> period.covers(arrival)))
                        .toList());
    }

    Disagreement disagreement(Finding finding, String words) {
        return new Disagreement(finding, told.report().reference(), told.id(), words);
    }

    long effects(Authority authority, int version) {
        return effects.stream()
                .filter(effect -> effect.authority() == authority && !effect.isWithdrawal())
                .filter(effect -> effect.version() == version)
                .count();
    }

    long withdrawals(Authority authority) {
        return effects.stream()
                .filter(effect -> effect.authority() == authority && effect.isWithdrawal())
                .count();
    }

    Optional<Sent> sent(Authority authority, int version) {
        return routed.deliveries().stream()
                .filter(sent -> sent.authority() == authority && sent.version() == version)
                .findFirst();
    }

    boolean isRefused(Sent sent) {
        return sent.status().equals("REJECTED")
                && refusals.stream().anyMatch(refusal -> refusal.requestId().equals(sent.id()));
    }

    /** Whether at some attempt nobody could know if it had been taken. */
    boolean wasUnknown(Sent sent) {
        return sent.outcomes().contains("NO_ANSWER")
                || shown.unknownTo().contains(sent.authority().name());
    }

    boolean wasUnknown(Authority authority, int version) {
        return sent(authority, version).filter(this::wasUnknown).isPresent();
    }

    /** For a person who looks into it. */
    String state(Authority authority, int version) {
        return sent(authority, version)
                .map(sent -> "delivery %s, %s after %s".formatted(sent.id(), sent.status(), sent.outcomes()))
                .orElse("no delivery");
    }
}

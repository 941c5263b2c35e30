package org.notificationhub.local.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.notificationhub.local.chaos.FaultRun.Refusing;
import org.notificationhub.local.chaos.HubRecord.Routed;
import org.notificationhub.local.chaos.HubRecord.Sent;
import org.notificationhub.local.chaos.HubRecord.Shown;

/** Three sides that agree on what is put into them, until somebody forges one. */
final class Sides {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    final List<Told> told = new ArrayList<>();
    final Map<String, Shown> shown = new HashMap<>();
    final Map<String, Routed> routed = new HashMap<>();
    final Map<String, Set<Integer>> exposures = new HashMap<>();
    final List<Arrival> arrivals = new ArrayList<>();
    final List<Refusing> refusing = new ArrayList<>();

    /** Its authorities have got what {@code deliveries} say they accepted. */
    Sides with(Told each, String duty, Sent... deliveries) {
        told.add(each);
        var sent = List.of(deliveries);
        var duties = Map.of("CQC", duty);
        routed.put(
                each.id(),
                new Routed(
                        each.versions(), each.isWithdrawn(), 7, each.contents().toList(), duties, sent));
        shown.put(
                each.id(),
                new Shown(
                        each.report().reference(),
                        each.isWithdrawn() ? "WITHDRAWN" : duty,
                        7,
                        each.isWithdrawn() ? versions(each.versions()) : versions(each.current()),
                        duties,
                        newest(deliveries),
                        Set.of()));
        sent.stream().filter(Sent::isAccepted).forEach(delivery -> arrivals.add(effect(each, delivery)));
        return this;
    }

    private static Set<Integer> versions(int last) {
        return IntStream.rangeClosed(1, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> newest(Sent... deliveries) {
        var newest = new TreeMap<String, String>();
        Arrays.stream(deliveries).forEach(sent -> newest.put(sent.authority().name(), sent.status()));
        return newest;
    }

    /** As if {@code delivery} had had an effect, once more. */
    Arrival effect(Told each, Sent delivery) {
        return new Arrival(
                arrivals.size() + 1,
                delivery.authority(),
                each.report().reference(),
                delivery.version(),
                delivery.isWithdrawal(),
                delivery.id(),
                true,
                201,
                NOW);
    }

    Arrival refusal(Told each, Sent delivery) {
        return new Arrival(
                arrivals.size() + 1,
                delivery.authority(),
                each.report().reference(),
                delivery.version(),
                delivery.isWithdrawal(),
                delivery.id(),
                false,
                422,
                NOW);
    }

    void forge(Told each, UnaryOperator<Routed> forger) {
        routed.computeIfPresent(each.id(), (id, before) -> forger.apply(before));
    }

    Accounting account() {
        return Accounting.of(told, new HubRecord(shown, routed, exposures), arrivals, refusing);
    }
}

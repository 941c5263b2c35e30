package org.notificationhub.local.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.notificationhub.local.chaos.Disagreement.Finding;
import org.notificationhub.local.chaos.FaultRun.Refusing;
import org.notificationhub.local.chaos.HubRecord.Sent;

/**
 * Whether what the senders were told, what the hub's databases say and what the regulators received is the same story.
 *
 * @param counts by what is counted, in the order in which they are shown
 */
record Accounting(Map<String, Long> counts, List<Disagreement> disagreements) {

    /** @param refusing when which authority had been told to refuse: a refusal at any other time is no excuse */
    static Accounting of(Collection<Told> told, HubRecord hub, List<Arrival> arrivals, List<Refusing> refusing) {
        var byReference = arrivals.stream().collect(Collectors.groupingBy(Arrival::reference));
        var accounts = told.stream()
                .map(each -> Account.of(Traces.of(
                        each, hub, byReference.getOrDefault(each.report().reference(), List.of()), refusing)))
                .toList();
        var disagreements = new ArrayList<Disagreement>();
        accounts.forEach(account -> disagreements.addAll(account.disagreements()));
        disagreements.addAll(untold(told, hub, byReference));
        return new Accounting(counts(told, hub, arrivals, accounts), List.copyOf(disagreements));
    }

    private static List<Disagreement> untold(
            Collection<Told> told, HubRecord hub, Map<String, List<Arrival>> byReference) {
        var known = told.stream().map(each -> each.report().reference()).collect(Collectors.toSet());
        var ids = told.stream().map(Told::id).collect(Collectors.toSet());
        var untold = new ArrayList<Disagreement>();
        hub.shown().forEach((id, shown) -> {
            if (!ids.contains(id)) {
                untold.add(new Disagreement(
                        Finding.UNTOLD, shown.reference(), id, "intake has it, and no sender was told of that id"));
            }
        });
        byReference.forEach((reference, arrivals) -> {
            if (!known.contains(reference)) {
                untold.add(new Disagreement(
                        Finding.UNTOLD,
                        reference,
                        null,
                        arrivals.get(0).authority() + " got it, and no sender was told of that reference"));
            }
        });
        return untold;
    }

    private static Map<String, Long> counts(
            Collection<Told> told, HubRecord hub, List<Arrival> arrivals, List<Account> accounts) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("senders: notifications accepted", (long) told.size());
        counts.put(
                "senders: versions accepted",
                told.stream().mapToLong(Told::versions).sum());
        counts.put(
                "senders: of them withdrawals",
                told.stream().filter(Told::isWithdrawn).count());
        counts.put("hub: notifications", (long) hub.shown().size());
        counts.put(
                "hub: decisions",
                hub.routed().values().stream()
                        .mapToLong(each -> each.decided().size())
                        .sum());
        deliveries(hub).forEach((status, number) -> counts.put("hub: deliveries " + status, number));
        counts.put(
                "hub: deliveries refused as told to",
                accounts.stream().mapToLong(Account::refused).sum());
        for (var authority : Authority.values()) {
            Predicate<Arrival> own = arrival -> arrival.authority() == authority;
            counts.put(authority + ": requests", arrivals.stream().filter(own).count());
            counts.put(
                    authority + ": effects",
                    arrivals.stream().filter(own).filter(Arrival::hasEffect).count());
        }
        counts.put(
                "LFPSE: doubles, UNKNOWN at an attempt",
                accounts.stream().mapToLong(Account::explainedDoubles).sum());
        return counts;
    }

    private static Map<String, Long> deliveries(HubRecord hub) {
        return hub.routed().values().stream()
                .flatMap(routed -> routed.deliveries().stream())
                .collect(Collectors.groupingBy(Sent::status, TreeMap::new, Collectors.counting()));
    }
}

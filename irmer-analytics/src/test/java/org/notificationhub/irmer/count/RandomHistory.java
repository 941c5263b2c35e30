package org.notificationhub.irmer.count;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.CqcNotice;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationWithdrawn;

/** What a few providers might tell of a few exposures, in any order and more than once, so that everything meets everything. */
final class RandomHistory {

    private static final int EXPOSURES = 12;
    private static final int REPORTS = 6;
    private static final int MOST_VERSIONS = 4;
    private static final Instant BEGIN = Instant.parse("1980-03-17T00:00:00Z");

    private final Random random;
    private final String marker = Long.toString(System.identityHashCode(this), 36);
    private final List<UUID> exposures = new ArrayList<>();

    RandomHistory(long seed) {
        random = new Random(seed);
    }

    /** Each event at least once, some again, in an order of no meaning. */
    List<HubEvent.FromSender> events() {
        var events = new ArrayList<HubEvent.FromSender>();
        for (var i = 0; i < EXPOSURES; i++) {
            exposures.add(Ids.next());
            events.addAll(versions(exposures.get(i), provider(i), "REF-" + marker + i, "IRMER_SAUE"));
        }
        for (var i = 0; i < REPORTS; i++) {
            events.addAll(versions(
                    Ids.next(),
                    provider(random.nextInt(3)),
                    "REPORT-" + marker + i,
                    "IRMER_SAUE_INVESTIGATION_REPORT"));
        }
        var again = events.stream().filter(event -> random.nextInt(4) == 0).toList();
        events.addAll(again);
        Collections.shuffle(events, random);
        return events;
    }

    UUID anExposure() {
        return exposures.get(random.nextInt(exposures.size()));
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Provider provider(int index) {
        return new Provider("P" + index % 3, null, null, random.nextInt(12) == 0 ? "WALES" : null);
    }

    private List<HubEvent.FromSender> versions(UUID id, Provider provider, String reference, String type) {
        var events = new ArrayList<HubEvent.FromSender>();
        events.add(new NotificationReceived(id, moment(), content(provider, reference, type)));
        var last = random.nextInt(MOST_VERSIONS) + 1;
        for (var version = 2; version <= last; version++) {
            events.add(new NotificationAmended(id, version, moment(), content(provider, reference, type)));
        }
        if (random.nextInt(4) == 0) {
            events.add(new NotificationWithdrawn(id, last + 1, moment(), "Entered twice", type, provider.id()));
        }
        return events;
    }

    private NotificationContent content(Provider provider, String reference, String type) {
        var cqc = random.nextInt(3) == 0 ? new CqcNotice("ENQ", moment()) : null;
        var details = "IRMER_SAUE".equals(type) ? exposure() : report();
        return new NotificationContent(
                type, reference, provider, day(), null, null, null, null, cqc, details, random.nextInt(15) == 0);
    }

    private ObjectNode exposure() {
        var details = JsonNodeFactory.instance.objectNode();
        sometimes(() -> details.put("modality", oneOf(List.of("RADIOTHERAPY", "NUCLEAR_MEDICINE", "TELEPATHY"))));
        sometimes(() -> details.put("subModality", oneOf(List.of("CT", "BRACHYTHERAPY"))));
        sometimes(() -> details.put("saueCode", oneOf(List.of("1", "2.2"))));
        sometimes(() -> details.put("organisationType", oneOf(List.of("NHS_ACUTE", "DENTAL"))));
        sometimes(() -> details.put("discoveredAt", moment().toString()));
        sometimes(() -> details.putArray("complementaryCodes").add("EQUIPMENT").add("VOLUNTARY"));
        sometimes(() ->
                details.putArray("contributoryFactors").add("INTERRUPTION").add("WORKLOAD"));
        sometimes(() -> details.put("intendedDose_mSv", 1.0).put("totalDose_mSv", oneOf(List.of(8, 9))));
        return details;
    }

    private ObjectNode report() {
        var details = JsonNodeFactory.instance.objectNode();
        details.put("followsReference", "REF-" + marker + random.nextInt(EXPOSURES));
        return details;
    }

    private void sometimes(Runnable told) {
        if (random.nextInt(4) > 0) {
            told.run();
        }
    }

    /** Few days and hours, so that limits are met from both sides: two and twelve weeks, midnight in summer, 1 April. */
    private Instant moment() {
        var day = oneOf(List.of(0, 1, 14, 15, 84, 85, 99, 400));
        var minute = oneOf(List.of(0, 22 * 60 + 59, 23 * 60));
        return BEGIN.plus(Duration.ofDays(day).plusMinutes(minute));
    }

    private Instant day() {
        return BEGIN.plus(Duration.ofDays(random.nextInt(2)));
    }
}

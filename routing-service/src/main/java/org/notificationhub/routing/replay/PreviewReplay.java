package org.notificationhub.routing.replay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.delivery.Delivery;
import org.notificationhub.routing.delivery.DeliveryRepository;
import org.notificationhub.routing.delivery.Obstacle;
import org.notificationhub.routing.rule.Authority;

/** What a replay would do, if it began now. Takes no lock and changes nothing. */
@ApplicationScoped
public class PreviewReplay {

    private static final int AT_A_TIME = 200;

    /** Some seconds' worth: a person waits for the answer. */
    private static final int MOST = 5000;

    private final DeliveryRepository deliveries;
    private final ReplayDelivery replayDelivery;

    PreviewReplay(DeliveryRepository deliveries, ReplayDelivery replayDelivery) {
        this.deliveries = deliveries;
        this.replayDelivery = replayDelivery;
    }

    public Preview of(ReplayOrder order) {
        var matched = QuarkusTransaction.requiringNew().call(() -> deliveries.count(order.filter()));
        var count = new Count();
        Optional<Cursor> place = Optional.empty();
        do {
            var from = place.orElse(null);
            place = QuarkusTransaction.requiringNew().call(() -> examine(order, from, count));
        } while (place.isPresent() && count.examined < MOST);
        return new Preview(matched, count.examined, count.replayed, count.skipped, List.copyOf(count.sample()));
    }

    /** Empty once there are no more. */
    private Optional<Cursor> examine(ReplayOrder order, Cursor from, Count count) {
        var some = deliveries.find(order.filter(), from, AT_A_TIME);
        some.forEach(delivery -> count.add(delivery, replayDelivery.foreseen(delivery, order)));
        return some.size() < AT_A_TIME
                ? Optional.empty()
                : Optional.of(some.get(some.size() - 1)).map(last -> new Cursor(last.createdAt(), last.id()));
    }

    /**
     * @param examined the first ones of those that matched; all, unless there are very many
     * @param skipped how many of those would not be tried again, by why
     */
    public record Preview(
            long matched, int examined, int replayed, Map<Obstacle, Integer> skipped, List<Example> sample) {}

    /**
     * @param stopped why it is as it is; null where nothing is said
     * @param obstacle why it would not be tried again; null where it would
     */
    public record Example(
            UUID deliveryId,
            UUID notificationId,
            Authority authority,
            String type,
            DeliveryStatus state,
            int attempts,
            Instant createdAt,
            String stopped,
            Obstacle obstacle) {

        private static Example of(Delivery delivery, Obstacle obstacle) {
            return new Example(
                    delivery.id(),
                    delivery.notification().id(),
                    delivery.authority(),
                    delivery.notification().type(),
                    delivery.status(),
                    delivery.attempts(),
                    delivery.createdAt(),
                    delivery.explanation(),
                    obstacle);
        }
    }

    private static final class Count {

        private static final int EXAMPLES_OF_EACH = 10;

        private final Map<Obstacle, Integer> skipped = new EnumMap<>(Obstacle.class);
        private final List<Example> wouldBe = new ArrayList<>();
        private final List<Example> wouldNotBe = new ArrayList<>();
        private int examined;
        private int replayed;

        void add(Delivery delivery, Optional<Obstacle> obstacle) {
            examined++;
            obstacle.ifPresentOrElse(why -> skipped.merge(why, 1, Integer::sum), () -> replayed++);
            var examples = obstacle.isPresent() ? wouldNotBe : wouldBe;
            if (examples.size() < EXAMPLES_OF_EACH) {
                examples.add(Example.of(delivery, obstacle.orElse(null)));
            }
        }

        List<Example> sample() {
            var sample = new ArrayList<>(wouldBe);
            sample.addAll(wouldNotBe);
            return sample;
        }
    }
}

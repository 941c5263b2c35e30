package org.notificationhub.routing.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.routing.delivery.Obstacle;
import org.notificationhub.routing.replay.PreviewReplay.Example;
import org.notificationhub.routing.replay.PreviewReplay.Preview;

/**
 * What a replay would do, if it began now.
 *
 * @param matched how many the filter finds
 * @param examined how many of them were looked at one by one: all, up to some thousands
 * @param wouldBeReplayed of those examined
 * @param skipped how many of those examined would not be tried again, by why
 * @param sample up to ten that would be tried again, then up to ten that would not
 */
public record PreviewView(
        long matched, int examined, int wouldBeReplayed, Map<Obstacle, Integer> skipped, List<ExampleView> sample) {

    static PreviewView of(Preview preview) {
        return new PreviewView(
                preview.matched(),
                preview.examined(),
                preview.replayed(),
                preview.skipped(),
                preview.sample().stream().map(ExampleView::of).toList());
    }

    /**
     * @param stopped why the delivery is as it is, without content
     * @param skipped why it would not be tried again; absent where it would
     * @param detail the same in words
     */
    public record ExampleView(
            UUID deliveryId,
            UUID notificationId,
            String authority,
            String type,
            DeliveryStatus state,
            int attempts,
            Instant createdAt,
            String stopped,
            Obstacle skipped,
            String detail) {

        private static ExampleView of(Example example) {
            var obstacle = example.obstacle();
            return new ExampleView(
                    example.deliveryId(),
                    example.notificationId(),
                    example.authority().name(),
                    example.type(),
                    example.state(),
                    example.attempts(),
                    example.createdAt(),
                    example.stopped(),
                    obstacle,
                    obstacle == null ? null : obstacle.words());
        }
    }
}

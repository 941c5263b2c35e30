package org.notificationhub.routing.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.notificationhub.routing.delivery.DeliveryFilter;
import org.notificationhub.routing.delivery.Obstacle;
import org.notificationhub.routing.replay.Progress;
import org.notificationhub.routing.replay.Replay;
import org.notificationhub.routing.replay.Replay.State;
import org.notificationhub.routing.replay.ReplayItem;
import org.notificationhub.routing.replay.ReplayOrder.Rules;

/**
 * A replay.
 *
 * @param endedBy who cancelled it; absent where nobody did
 * @param matched how many deliveries it is about, which was settled when it began
 * @param done how many of them have been looked at: rescheduled or skipped
 * @param skipped how many were not tried again, by why
 * @param perSecond of those done since it began
 * @param secondsLeft at that rate; absent before the first is done, and once it has ended
 * @param problems the first twenty that were not tried again; absent in lists
 */
public record ReplayView(
        UUID id,
        State state,
        DeliveryFilter filter,
        Rules rules,
        boolean acceptTellingTwice,
        String reason,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        String endedBy,
        int matched,
        int done,
        int rescheduled,
        Map<Obstacle, Integer> skipped,
        Double perSecond,
        Long secondsLeft,
        List<ProblemView> problems,
        Links links) {

    /** As it was when it began, whatever has become of it: the answer to its request is the same every time. */
    static ReplayView begun(Replay replay) {
        return of(replay, State.RUNNING, Progress.NONE, Rate.UNKNOWN, null);
    }

    static ReplayView listed(Replay replay, Progress progress, Instant now) {
        return of(replay, replay.state(), progress, Rate.of(replay, progress, now), null);
    }

    static ReplayView whole(Replay replay, Progress progress, List<ReplayItem> skipped, Instant now) {
        var problems = skipped.stream().map(ProblemView::of).toList();
        return of(replay, replay.state(), progress, Rate.of(replay, progress, now), problems);
    }

    private static ReplayView of(Replay replay, State state, Progress progress, Rate rate, List<ProblemView> problems) {
        var runs = state == State.RUNNING;
        return new ReplayView(
                replay.id(),
                state,
                replay.filter(),
                replay.rules(),
                replay.acceptTellingTwice(),
                replay.reason(),
                replay.startedBy(),
                replay.startedAt(),
                runs ? null : replay.endedAt(),
                runs ? null : replay.endedBy(),
                replay.matched(),
                progress.done(),
                progress.rescheduled(),
                progress.skipped(),
                rate.perSecond,
                runs ? rate.secondsLeft : null,
                problems,
                new Links("/v1/replays/" + replay.id()));
    }

    /** @param because its code; {@code detail} says it in words */
    public record ProblemView(UUID deliveryId, Obstacle because, String detail) {
        private static ProblemView of(ReplayItem item) {
            return new ProblemView(
                    item.deliveryId(), item.obstacle(), item.obstacle().words());
        }
    }

    public record Links(String self) {}

    private record Rate(Double perSecond, Long secondsLeft) {

        static final Rate UNKNOWN = new Rate(null, null);

        static Rate of(Replay replay, Progress progress, Instant now) {
            var until = replay.endedAt() == null ? now : replay.endedAt();
            var millis = Duration.between(replay.startedAt(), until).toMillis();
            if (progress.done() == 0 || millis <= 0) {
                return UNKNOWN;
            }
            var perSecond = progress.done() * 1000.0 / millis;
            var left = Math.round((replay.matched() - progress.done()) / perSecond);
            return new Rate(Math.round(perSecond * 10) / 10.0, left);
        }
    }
}

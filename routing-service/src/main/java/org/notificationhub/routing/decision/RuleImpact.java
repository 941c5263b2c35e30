package org.notificationhub.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.decision.ChangedAnswer.What;
import org.notificationhub.routing.decision.DecidedNotifications.Decided;
import org.notificationhub.routing.rule.RoutingRules;

/** What another rule table would have decided about everything that was ever decided. Changes nothing. */
@ApplicationScoped
public class RuleImpact {

    private static final int AT_A_TIME = 500;

    private final DecidedNotifications decided;
    private final DecideAgain decideAgain;

    RuleImpact(DecidedNotifications decided, DecideAgain decideAgain) {
        this.decided = decided;
        this.decideAgain = decideAgain;
    }

    /**
     * Goes on until enough is found, or everything has been looked at.
     *
     * @param from where to begin, or null for the beginning
     * @param enough how many changed decisions to find; where they are found the summary says where to go on
     * @param progress told how many decisions have been looked at, after every five hundred
     */
    public Summary of(
            RoutingRules candidate, Cursor from, int enough, Consumer<Changed> found, Consumer<Integer> progress) {
        var place = from == null ? DecidedNotifications.BEGINNING : from;
        var count = new Count();
        for (List<Decided> some = decided.after(place, AT_A_TIME);
                !some.isEmpty();
                some = decided.after(place, AT_A_TIME)) {
            for (var each : some) {
                if (count.changed == enough) {
                    return count.summary(place);
                }
                place = each.place();
                var answers = decideAgain
                        .by(candidate, each.decision(), each.content())
                        .changes();
                count.add(answers);
                if (!answers.isEmpty()) {
                    found.accept(Changed.of(each, answers));
                }
            }
            progress.accept(count.examined);
        }
        return count.summary(null);
    }

    /** A stored decision that would be another. */
    public record Changed(
            UUID notificationId,
            int version,
            UUID decisionId,
            Instant decidedAt,
            String rulesVersion,
            String type,
            String providerClass,
            LocalDate on,
            List<ChangedAnswer> changes) {

        private static Changed of(Decided decided, List<ChangedAnswer> changes) {
            var decision = decided.decision();
            return new Changed(
                    decided.notificationId(),
                    decided.version(),
                    decided.decisionId(),
                    decided.decidedAt(),
                    decision.rulesVersion(),
                    decided.content().type(),
                    decision.provider().providerClass(),
                    decision.on(),
                    changes);
        }
    }

    /**
     * How many decisions were looked at, how many would be others, and how.
     *
     * @param next where to go on; null where everything has been looked at
     */
    public record Summary(int examined, int changed, List<Kind> kinds, Cursor next) {}

    /** So many answers about one authority would change in one way. */
    public record Kind(String authority, What what, String from, String to, int count) {}

    private static final class Count {

        private final TreeMap<String, Kind> kinds = new TreeMap<>();
        private int examined;
        private int changed;

        void add(List<ChangedAnswer> answers) {
            examined++;
            if (!answers.isEmpty()) {
                changed++;
            }
            for (var answer : answers) {
                kinds.merge(
                        String.join(" ", answer.authority(), answer.what().name(), answer.from(), answer.to()),
                        new Kind(answer.authority(), answer.what(), answer.from(), answer.to(), 1),
                        (kind, one) -> new Kind(
                                kind.authority(), kind.what(), kind.from(), kind.to(), kind.count() + one.count()));
            }
        }

        Summary summary(Cursor next) {
            return new Summary(examined, changed, List.copyOf(kinds.values()), next);
        }
    }
}

package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.routing.rule.Authority;

/** Callbacks shuffled, doubled, late and older end where the orderly sequence does: over HTTP, in deliveries, duties and findings. */
@QuarkusTest
class CallbackOrderTest extends LfpseJourney {

    private static final int SHUFFLES = 8;

    private final Random chance = new Random(7);

    @ParameterizedTest(name = "[{0}] ends {1}, told by {2}")
    @CsvSource({
        "accepted-with-warnings 1 amended 2 amended 3 shared-with-cqc 3, AMENDED 3, LFPSE, ''",
        "accepted 1 amended 2 withdrawn 4 shared-with-cqc 2 amended 3, WITHDRAWN 4, LFPSE+CQC, EXEMPTION_FAILED RESOLVED",
        "accepted 1 rejected 1 something-new 2, REJECTED null, LFPSE+CQC, EXEMPTION_FAILED RESOLVED"
    })
    void anyOrderEndsWhereTheOrderlyOneDoes(String history, String receipt, String told, String findings) {
        isATrust();
        var orderly = callbacks(history);
        var notifications = IntStream.rangeClosed(0, SHUFFLES)
                .mapToObj(any -> receiveInjury(null))
                .toList();

        var submissions = notifications.stream()
                .map(each -> about(awaitDelivery(each, Authority.LFPSE, "ACCEPTED")))
                .toList();
        for (var each = 0; each < submissions.size(); each++) {
            var about = submissions.get(each);
            (each == 0 ? orderly : shuffled(orderly)).forEach(callback -> about.send(callback[0], callback[1]));
        }

        var expected = new EndState(
                receipt.startsWith("REJECTED") ? "REJECTED" : "ACCEPTED",
                receipt,
                "DISCHARGED",
                new TreeSet<>(List.of(told.split("\\+"))),
                findings.isEmpty() ? List.of() : List.of(findings));
        for (var each = 0; each < submissions.size(); each++) {
            var notification = notifications.get(each);
            var about = submissions.get(each);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(endState(notification, about)).isEqualTo(expected));
        }
    }

    @ParameterizedTest(name = "[{0}] ends {1}")
    @CsvSource({"accepted 1 rejected 1 accepted 2, ACCEPTED 2", "accepted 1 amended 3 rejected 2, AMENDED 3"})
    void whatCannotBeUndoneMayDifferAndTheStateDoesNot(String history, String receipt) {
        isATrust();
        var orderly = callbacks(history);
        for (var shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            var notification = receiveInjury(null);
            var about = about(awaitDelivery(notification, Authority.LFPSE, "ACCEPTED"));

            shuffled(orderly).forEach(callback -> about.send(callback[0], callback[1]));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(endState(notification, about))
                            .extracting(EndState::delivery, EndState::receipt, EndState::duty)
                            .containsExactly("ACCEPTED", receipt, "DISCHARGED"));
        }
    }

    private record EndState(
            String delivery, String receipt, String duty, TreeSet<String> told, List<String> findings) {}

    private EndState endState(UUID notification, LfpseCallbacks about) {
        var delivery = delivery(about.submission());
        var told = new TreeSet<String>();
        bus.outcomes(notification).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .progress()
                .deliveries()
                .forEach(each -> told.add(each.authority()));
        return new EndState(
                delivery.getString("status"),
                delivery.getString("receiptState") + " " + delivery.getString("receipt.authorityVersion"),
                duty(notification),
                told,
                findings().stream()
                        .filter(finding -> notification.toString().equals(finding.get("notificationId")))
                        .map(CallbackOrderTest::inWords)
                        .toList());
    }

    private static String inWords(Map<String, Object> finding) {
        return finding.get("kind") + " " + finding.get("state");
    }

    private static List<String[]> callbacks(String history) {
        var words = history.split(" ");
        return IntStream.range(0, words.length / 2)
                .mapToObj(place -> new String[] {words[2 * place], words[2 * place + 1]})
                .toList();
    }

    private List<String[]> shuffled(List<String[]> orderly) {
        var shuffled = new ArrayList<>(orderly);
        shuffled.add(orderly.get(chance.nextInt(orderly.size())));
        shuffled.add(orderly.get(chance.nextInt(orderly.size())));
        Collections.shuffle(shuffled, chance);
        return shuffled;
    }
}

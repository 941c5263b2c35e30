package org.notificationhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.notificationhub.routing.rule.RoutingDecision.Hold;
import org.notificationhub.routing.rule.RoutingDecision.NotRequired;
import org.notificationhub.routing.rule.RoutingDecision.NotifyCqc;
import org.notificationhub.routing.rule.RoutingDecision.NotifyLfpse;

class RuleQuestionsTest {

    private static final int COUNT = 2000;

    private final RuleQuestions questions = new RuleQuestions(COUNT);

    @Test
    void theMixMeetsEveryKindOfDecision() {
        assertThat(IntStream.range(0, COUNT).mapToObj(questions::decide))
                .hasAtLeastOneElementOfType(NotifyCqc.class)
                .hasAtLeastOneElementOfType(NotifyLfpse.class)
                .hasAtLeastOneElementOfType(NotRequired.class)
                .hasAtLeastOneElementOfType(Hold.class);
    }

    @Test
    void theMapKnowsEveryKeyThatIsAsked() {
        assertThat(IntStream.range(0, COUNT).mapToObj(questions::lookUp)).doesNotContainNull();
    }
}

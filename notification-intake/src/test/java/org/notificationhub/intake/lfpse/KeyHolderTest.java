package org.notificationhub.intake.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.notificationhub.intake.lfpse.Events.incident;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.notification.Sender;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.LfpseEvent;

class KeyHolderTest {

    private static final KeyHolder HOME =
            new KeyHolder(new Sender("home", Set.of("1-101614751")), Map.of("8KX01", "1-101614751"));
    private static final KeyHolder TWO = new KeyHolder(new Sender("two", Set.of("RJ1", "RGT")), Map.of());

    @Test
    void theProviderIsTheOrganisationWhereItHappened() {
        assertThat(TWO.provider(incident("RGT"))).isEqualTo("RGT");
    }

    @Test
    void aProviderThatCqcKnowsByAnotherIdIsFoundByItsOdsCode() {
        assertThat(HOME.provider(incident("8KX01"))).isEqualTo("1-101614751");
    }

    @Test
    void whereTheOrganisationIsNotNamedItIsTheReporters() {
        var event = incident("RGT").withLocation(Answers.none());

        assertThat(TWO.provider(event)).isEqualTo("RGT");
    }

    @Test
    void theReportersOrganisationDoesNotTellOfWhatHappenedElsewhere() {
        var event = incident("RJ1").withLocation(Answers.none().with("Organisation", "RHU"));

        refused(TWO, event, ProblemKind.FORBIDDEN);
    }

    @Test
    void aKeyForOneProviderNeedsNoOrganisation() {
        var nobody = LfpseEvent.of(EventType.GOOD_CARE);

        assertThat(HOME.provider(nobody)).isEqualTo("1-101614751");
        refused(TWO, nobody, ProblemKind.RULE_BROKEN);
    }

    private static void refused(KeyHolder holder, LfpseEvent event, ProblemKind kind) {
        assertThatThrownBy(() -> holder.provider(event))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::kind)
                .isEqualTo(kind);
    }
}

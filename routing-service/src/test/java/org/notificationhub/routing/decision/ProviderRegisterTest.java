package org.notificationhub.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.routing.decision.ProviderRegister.Basis;
import org.notificationhub.routing.decision.ProviderRegister.ClassifiedProvider;
import org.notificationhub.routing.rule.ProviderClass;

class ProviderRegisterTest {

    private final ProviderRegister register = new ProviderRegister();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"RJ1, NHS_BODY", "RT5, NHS_BODY", "1-101614751, INDEPENDENT", "1-8417079420, INDEPENDENT"})
    void aKnownProviderHasItsClassFromTheRegister(String id, ProviderClass providerClass) {
        assertThat(register.classify(id)).isEqualTo(new ClassifiedProvider(id, providerClass, Basis.REGISTER));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"RZZ", "1-999999999", "rj1"})
    void anUnknownProviderIsTakenForIndependentWhateverItsIdLooksLike(String id) {
        assertThat(register.classify(id))
                .isEqualTo(new ClassifiedProvider(id, ProviderClass.INDEPENDENT, Basis.DEFAULTED));
    }

    @Test
    void aNotificationWithoutAProviderIdIsTakenForIndependent() {
        assertThat(register.classify(null).basis()).isEqualTo(Basis.DEFAULTED);
    }
}

package org.notificationhub.routing.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.routing.register.ClassifiedProvider.Basis;
import org.notificationhub.routing.rule.Vocabulary;

/** By which class a provider is treated, and why. */
@QuarkusTest
class ClassifyTest {

    private final ProviderRegister register;
    private final ImportRegister importRegister;
    private final Vocabulary vocabulary;

    ClassifyTest(ProviderRegister register, ImportRegister importRegister, Vocabulary vocabulary) {
        this.register = register;
        this.importRegister = importRegister;
        this.vocabulary = vocabulary;
    }

    @BeforeEach
    void twoSnapshots() {
        registered("2020-06-01", """
                X-TRUST,NHS Body,NHS Healthcare Organisation
                X-GP,Partnership,Primary Medical Services
                X-TORN,NHS Body,Social Care Org
                X-MOVED,NHS Body,NHS Healthcare Organisation
                """);
        registered("2024-06-01", "X-MOVED,Organisation,Independent Healthcare Org\n");
    }

    @ParameterizedTest(name = "{0}, declared {1}, on {2} is {3} by {4}, mismatch {5}")
    @CsvSource(textBlock = """
            X-TRUST,   ,            2022-01-01, NHS_BODY,                 REGISTER,  false
            X-TRUST,   NHS_BODY,    2022-01-01, NHS_BODY,                 REGISTER,  false
            X-TRUST,   INDEPENDENT, 2022-01-01, NHS_BODY,                 REGISTER,  true
            X-GP,      ,            2022-01-01, PRIMARY_MEDICAL_SERVICES, REGISTER,  false
            X-TORN,    ,            2022-01-01, INDEPENDENT,              REGISTER,  true
            X-TORN,    NHS_BODY,    2022-01-01, INDEPENDENT,              REGISTER,  true
            X-MOVED,   ,            2012-01-01, NHS_BODY,                 REGISTER,  false
            X-MOVED,   ,            2024-05-31, NHS_BODY,                 REGISTER,  false
            X-MOVED,   ,            2024-06-01, INDEPENDENT,              REGISTER,  false
            X-UNKNOWN, NHS_BODY,    2022-01-01, NHS_BODY,                 DECLARED,  false
            X-UNKNOWN, ,            2022-01-01, INDEPENDENT,              DEFAULTED, false
            ,          ,            2022-01-01, INDEPENDENT,              DEFAULTED, false
            ,          NHS_BODY,    2022-01-01, NHS_BODY,                 DECLARED,  false
            """)
    void theRegisterGoesBeforeWhatWasDeclared(
            String id, String declared, LocalDate on, String providerClass, Basis basis, boolean mismatch) {
        var known = vocabulary.classes();

        var classified =
                register.classify(id, known.find(String.valueOf(declared)).orElse(null), on);

        assertThat(classified)
                .isEqualTo(new ClassifiedProvider(id, known.find(providerClass).orElseThrow(), basis, mismatch));
    }

    private void registered(String asOf, String rows) {
        var file = "Provider ID,Provider Ownership Type,Provider Type/Sector\n" + rows;
        importRegister.take(
                RegisterSource.DIRECTORY_CSV,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                LocalDate.parse(asOf),
                "test",
                read -> {});
    }
}

package org.notificationhub.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.intake.content.Bodies.TYPES;
import static org.notificationhub.intake.content.Bodies.json;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationTypesTest {

    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    static Stream<NotificationType> types() {
        return TYPES.all().stream();
    }

    @Test
    void theTypesAreThoseOfTheRuleTable() {
        assertThat(TYPES.all())
                .extracting(NotificationType::code)
                .containsExactly(
                        "STATEMENT_OF_PURPOSE_CHANGE",
                        "ABSENCE_REGISTERED_PERSON",
                        "RETURN_REGISTERED_PERSON",
                        "PERSON_CARRYING_ON_OR_MANAGING_CHANGES",
                        "REGISTERED_PERSON_CEASES",
                        "INDIVIDUAL_NAME_CHANGE",
                        "PARTNERSHIP_MEMBERSHIP_CHANGE",
                        "PROVIDER_NAME_OR_ADDRESS_CHANGE",
                        "OFFICERS_CHANGE",
                        "NOMINATED_INDIVIDUAL_CHANGE",
                        "INSOLVENCY",
                        "DEATH_OF_SERVICE_USER",
                        "DEATH_OF_DETAINED_PATIENT",
                        "UNAUTHORISED_ABSENCE_DETAINED_PATIENT",
                        "RETURN_FROM_UNAUTHORISED_ABSENCE",
                        "SERIOUS_INJURY",
                        "DOLS_OUTCOME",
                        "ABUSE_OR_ALLEGATION",
                        "POLICE_INCIDENT",
                        "EVENT_STOPS_SERVICE",
                        "CHILD_IN_ADULT_PSYCHIATRIC_UNIT",
                        "DEATH_AFTER_TERMINATION_OF_PREGNANCY",
                        "DEATH_OF_SERVICE_PROVIDER",
                        "PLANS_AFTER_PROVIDER_DEATH",
                        "LIQUIDATOR_APPOINTED",
                        "LIQUIDATOR_PLANS",
                        "IRMER_SAUE",
                        "IRMER_SAUE_INVESTIGATION_REPORT",
                        "PATIENT_SAFETY_EVENT");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsFoundByItsCodeWithItsTitleAndRegulation(NotificationType type) {
        assertThat(TYPES.find(type.code())).contains(type);
        assertThat(type.title()).isNotBlank();
        if (type.code().equals("PATIENT_SAFETY_EVENT")) {
            assertThat(type.regulation()).contains("not a statutory notification");
        } else {
            assertThat(type.regulation()).startsWith("SI 20");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theServedSchemaIsWholeAndASchema(NotificationType type) {
        var served = json(new String(TYPES.schema(type.code()).orElseThrow(), StandardCharsets.UTF_8));

        assertThat(served.get("$id").textValue()).endsWith("/" + type.code() + ".json");
        assertThat(served.at("/properties/type/const").textValue()).isEqualTo(type.code());
        assertThat(served.at("/properties/details/properties")).isNotEmpty();
        assertThat(served.get("examples")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of(META_SCHEMA))
                        .validate(served))
                .isEmpty();
    }

    @Test
    void aTypeThereIsNotHasNoSchema() {
        assertThat(TYPES.find("BAD_DAY")).isEmpty();
        assertThat(TYPES.schema("BAD_DAY")).isEmpty();
    }
}

package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionQuestionTest {

    @ParameterizedTest(name = "{0} is asked as {1}")
    @CsvSource(quoteCharacter = '\'', textBlock = """
            RJ1,          '{"id":"RJ1"}'
            1-101614751,  '{"id":"1-101614751"}'
            NHS_BODY,     '{"class":"NHS_BODY"}'
            INDEPENDENT,  '{"class":"INDEPENDENT"}'
            -,            '{}'
            """)
    void aProviderIsAnIdAClassOrNone(String typed, String asked) {
        assertThat(question(typed, Map.of()).get("provider")).isEqualTo(Hub.json(asked));
    }

    @ParameterizedTest(name = "{0} is the JSON {1}")
    @CsvSource(quoteCharacter = '\'', textBlock = """
            true,   true
            -2.5,   -2.5
            10,     10
            007,    '"007"'
            CT,     '"CT"'
            """)
    void aFactIsWhatItLooksLike(String typed, String asked) {
        assertThat(question("RJ1", Map.of("fact", typed)).get("facts").get("fact"))
                .hasToString(asked);
    }

    @Test
    void aDayAndAnInstantAreAskedOnlyWhereGiven() {
        var dated = new DecisionQuestion(
                "T", "RJ1", LocalDate.of(2024, 3, 1), OffsetDateTime.parse("2024-06-01T10:00:00+01:00"), Map.of());

        assertThat(dated.body().toString())
                .isEqualTo(
                        "{\"type\":\"T\",\"provider\":{\"id\":\"RJ1\"},\"on\":\"2024-03-01\",\"awareAt\":\"2024-06-01T09:00:00Z\"}");
        assertThat(question("RJ1", Map.of()).fieldNames()).toIterable().containsExactly("type", "provider");
    }

    private static JsonNode question(String provider, Map<String, String> facts) {
        return new DecisionQuestion("T", provider, null, null, facts).body();
    }
}

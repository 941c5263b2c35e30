package org.notificationhub.routing.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    @Test
    void membersAreSortedAndStringsEscapedAsTheStandardDoes() throws Exception {
        var json =
                "{\"\\u20ac\": \"\\u20AC$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", \"b\": [null, true, {}, []], \"\\r\": 1}";

        var canonical = CanonicalJson.write(new ObjectMapper().readTree(json));

        assertThat(canonical)
                .isEqualTo("{\"\\r\":1,\"b\":[null,true,{},[]],\"€\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** PostgreSQL writes a number out and keeps its last zeros. */
    @ParameterizedTest
    @CsvSource({"12.50, 12.5", "5.0, 5", "1.0E10, 10000000000", "0.10, 0.1", "0, 0", "-3, -3"})
    void aNumberHasOneFormHoweverItWasStored(String stored, String written) throws Exception {
        assertThat(CanonicalJson.write(new ObjectMapper().readTree(stored))).isEqualTo(written);
    }
}

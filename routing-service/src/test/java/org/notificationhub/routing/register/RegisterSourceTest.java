package org.notificationhub.routing.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.routing.register.RegisterSource.API_JSON;
import static org.notificationhub.routing.register.RegisterSource.DIRECTORY_CSV;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.register.RefusedRow.Reason;

class RegisterSourceTest {

    private static final String HEADER = "Provider ID,Provider Name,Provider Type/Sector,Provider Ownership Type\n";

    @Test
    void columnsAreKnownByTheirNames() throws IOException {
        var rows = csv("""
                Location ID,Provider Ownership Type,Care home?,Provider Status,Provider Type/Sector,Provider ID,Provider Name
                RJ122,NHS Body,N,Registered,NHS Healthcare Organisation,RJ1,A Trust
                """);

        assertThat(rows)
                .containsExactly(new RegisterRow(
                        2, "RJ1", "A Trust", "NHS Body", "NHS Healthcare Organisation", "Registered", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF" + HEADER + "RJ1,A,S,Organisation\n",
                HEADER + "RJ1,A,S,Organisation",
                "Directory of active locations\n\"1 November, 2026\",,\n" + HEADER + "RJ1,A,S,Organisation\n\n,,,\n",
                HEADER + "RJ1 ,\"A\", S ,Organisation,more,cells\n"
            })
    void aFileMayLookAsSpreadsheetsSaveIt(String file) throws IOException {
        for (var lines : List.of(file, file.replace("\n", "\r\n"))) {
            assertThat(csv(lines))
                    .singleElement()
                    .extracting(RegisterRow::providerId, RegisterRow::name, RegisterRow::sector, RegisterRow::ownership)
                    .containsExactly("RJ1", "A", "S", "Organisation");
        }
    }

    @Test
    void aRowIsNumberedAsASpreadsheetNumbersIt() throws IOException {
        assertThat(csv("Title\n" + HEADER + "RJ1,A,S,Organisation\nRJ2,B,S,Organisation\n"))
                .extracting(RegisterRow::number)
                .containsExactly(3, 4);
    }

    @Test
    void aFileWithoutOwnershipIsRefusedByTheNamesOfItsMissingColumns() {
        assertThatThrownBy(() -> csv("Name,Postcode,Provider ID\nA,B,C\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Provider Ownership Type, Provider Type/Sector");
        assertThatThrownBy(() -> csv("Name,CQC Provider ID (for office use only)\nA,B\n"))
                .hasMessageContaining("Provider ID, Provider Ownership Type, Provider Type/Sector");
        assertThatThrownBy(() -> csv("")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "{\"total\": 1, \"page\": {\"of\": [2]}, \"providers\": [%s], \"next\": null}",
                "\n%s\n\n"
            })
    void providersOfTheApiComeInAnyWrapping(String wrapping) throws IOException {
        var provider = """
                {"providerId": "RJ1", "locationIds": ["RJ122"], "name": "A Trust", "ownershipType": "NHS Body",\
                 "regulatedActivities": [{"name": "X", "nominatedIndividual": {"name": "Y", "providerId": "Z"}}],\
                 "type": "NHS Healthcare Organisation", "registrationStatus": "Registered", "odsCode": "RJ1"}""";

        assertThat(json(wrapping.formatted(provider)))
                .containsExactly(new RegisterRow(
                        1, "RJ1", "A Trust", "NHS Body", "NHS Healthcare Organisation", "Registered", "RJ1"));
    }

    @Test
    void providersMayStandOneALine() throws IOException {
        assertThat(json("{\"providerId\": \"A\"}\n{\"providerId\": \"B\"}\n[{\"providerId\": \"C\"}, 7]"))
                .extracting(RegisterRow::number, RegisterRow::providerId)
                .containsExactly(row(1, "A"), row(2, "B"), row(3, "C"), row(4, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"providerId\": ", "[{}", "{} nonsense", "{\"providers\": [{}"})
    void whatBreaksOffIsNotTakenForAnEnd(String broken) {
        assertThatThrownBy(() -> json(broken)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Individual", "Partnership", " Individual "})
    void whoeverIsAPersonLeavesNoName(String ownership) throws IOException {
        assertThat(csv(HEADER + "1-1,Jane Doe,Social Care Org," + ownership))
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain("Jane"));
    }

    @ParameterizedTest(name = "[{0}] owned by [{1}] is {2}")
    @CsvSource({
        "'',                      Organisation, NO_PROVIDER_ID",
        "'1-1 2',                 Organisation, BAD_PROVIDER_ID",
        "'-1',                    Organisation, BAD_PROVIDER_ID",
        "'rj1',                   Organisation, BAD_PROVIDER_ID",
        "'123456789012345678901', Organisation, BAD_PROVIDER_ID",
        "'RJ1',                   '',           NO_OWNERSHIP",
        "'RJ1',                   Sole trader,  UNKNOWN_OWNERSHIP"
    })
    void aRowThatCannotBeUsedSaysWhy(String id, String ownership, Reason reason) throws IOException {
        assertThat(csv(HEADER + id + ",A,S," + ownership).get(0).fault()).contains(reason);
    }

    @Test
    void aSectorThatNobodyKnowsIsNoFault() throws IOException {
        assertThat(csv(HEADER + "RJ1,A,Space Flight,Organisation\n1-2,B,,Organisation"))
                .allSatisfy(row -> assertThat(row.fault()).isEmpty());
    }

    private static Tuple row(int number, String id) {
        return tuple(number, id);
    }

    private static List<RegisterRow> csv(String file) throws IOException {
        return rows(DIRECTORY_CSV, file);
    }

    private static List<RegisterRow> json(String file) throws IOException {
        return rows(API_JSON, file);
    }

    private static List<RegisterRow> rows(RegisterSource source, String file) throws IOException {
        var rows = new ArrayList<RegisterRow>();
        source.read(new ByteArrayInputStream(file.getBytes(UTF_8)), rows::add);
        return rows;
    }
}

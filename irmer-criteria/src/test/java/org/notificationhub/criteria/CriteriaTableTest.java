package org.notificationhub.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CriteriaTableTest {

    private static final List<String> SHIPPED = Table.shipped("criteria.csv");

    @Test
    void everyRowSaysWhatItSaysAndWhereItStands() {
        assertThat(SaueCriteria.shipped().all()).hasSize(SHIPPED.size() - 1).allSatisfy(row -> {
            assertThat(row.sentence()).endsWith(".");
            assertThat(row.source()).startsWith("http");
        });
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void everyFactThatIsAskedForTurnsSomething(Fact fact) {
        var tables =
                Stream.of("criteria.csv", "complementary-codes.csv").flatMap(table -> Table.shipped(table).stream());

        assertThat(tables).anyMatch(row -> row.matches(".*\\b" + fact.member() + "\\b.*"));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            planningScans>=3                   | planningScan>=3                    | a fact that is not known
            planningScans>=3                   | planningScans>=many                | planningScans cannot be read
            planningScans>=3                   | planningScans!=3                   | planningScans cannot be read
            planningScans>=3                   | planningScans>=3*adult             | multiplies by adult
            planningScans>=3                   | adult=perhaps                      | a value that it never has
            planningScans>=3                   | planningScans>=3 and               | a condition cannot be read
            4.1,PLANNING_IMAGING,SAUE_2023     | 4.1.1,PLANNING_IMAGING,SAUE_2023   | its code cannot be read
            4.1,PLANNING_IMAGING,SAUE_2023     | 4.1,PLANNING,SAUE_2023             | its category is not a code
            4.1,PLANNING_IMAGING,SAUE_2023     | 4.1,PLANNING_IMAGING,              | it lacks its edition
            SAUE_2023,ALL,2023-01-01           | SAUE_2023,EIRE,2023-01-01          | its country is not a code
            SAUE_2023,ALL,2023-01-01           | SAUE_2023,ALL,January 2023         | not a day written YYYY-MM-DD
            SAUE_2020,ALL,2020-08-01           | SAUE_2020,ALL,2030-08-01           | it ends before it begins
            https://www.cqc.org.uk             | see CQC at www.cqc.org.uk          | its source cannot be read
            otherwise,,certain                 | otherwise,,likely                  | what is not certain
            Planning and verification imaging  | planning and verification imaging  | its sentence cannot be read
            """)
    void aRowThatCannotBeReadIsRefused(String from, String to, String flaw) {
        var changed = changed(from, to);

        assertThatThrownBy(() -> SaueCriteria.of(changed))
                .isInstanceOf(CriteriaUnusable.class)
                .hasMessageContaining(flaw);
    }

    @Test
    void whatIsNotSettledMustBeSaid() {
        var changed = SHIPPED.stream()
                .map(row -> row.replace("What stands under code 9 was not read, so it may be about any exposure.", ""))
                .toList();

        assertThatThrownBy(() -> SaueCriteria.of(changed)).hasMessageContaining("what is unsettled");
    }

    @Test
    void aDayWithoutARowForACategoryIsNamed() {
        var gap = SHIPPED.stream()
                .filter(row -> !row.startsWith("1,ACCIDENTAL,SAUE_2023,ENGLAND"))
                .toList();

        assertThatThrownBy(() -> SaueCriteria.of(gap)).hasMessage("ACCIDENTAL has no row on 2023-05-16 in ENGLAND");
    }

    @Test
    void aRowThatStandsTwiceIsNamed() {
        var doubled = new ArrayList<>(SHIPPED);
        doubled.add(SHIPPED.stream()
                .filter(row -> row.startsWith("9,NINTH_CODE"))
                .findFirst()
                .orElseThrow());

        assertThatThrownBy(() -> SaueCriteria.of(doubled))
                .hasMessageContaining("NINTH_CODE in SAUE_2023 has 2 rows on 2023-01-01 in ENGLAND");
    }

    private static List<String> changed(String from, String to) {
        return SHIPPED.stream().map(row -> row.replace(from, to)).toList();
    }
}

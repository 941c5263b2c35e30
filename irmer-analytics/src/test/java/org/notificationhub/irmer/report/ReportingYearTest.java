package org.notificationhub.irmer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingYearTest {

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({
        "2023-03-31, 2022/23",
        "2023-04-01, 2023/24",
        "2024-02-29, 2023/24",
        "2024-03-31, 2023/24",
        "2024-04-01, 2024/25",
        "2025-01-01, 2024/25",
        "1999-12-31, 1999/00",
    })
    void aDayBelongsToTheYearThatBeganOnTheFirstOfApril(LocalDate day, String year) {
        assertThat(ReportingYear.of(day)).hasToString(year);
    }

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({
        "2026-03-31T22:59:59.999Z, 2025/26",
        "2026-03-31T23:00:00Z,     2026/27",
        "2026-03-31T23:30:00Z,     2026/27",
        "2024-03-31T00:30:00Z,     2023/24",
        "2024-03-31T23:30:00Z,     2024/25",
        "2018-03-31T22:30:00Z,     2017/18",
        "2026-03-29T00:59:59.999Z, 2025/26",
        "2026-10-25T00:30:00Z,     2026/27",
    })
    void anInstantBelongsToTheYearOfItsDayInLondon(Instant instant, String year) {
        assertThat(ReportingYear.of(instant)).hasToString(year);
    }

    @Test
    void aYearBeginsAndEndsWithItsDaysInLondon() {
        var year = new ReportingYear(2023);

        assertThat(year.from()).isEqualTo("2023-04-01");
        assertThat(year.to()).isEqualTo("2024-03-31");
        assertThat(year.begins()).isEqualTo("2023-03-31T23:00:00Z");
        assertThat(year.ends()).isEqualTo("2024-03-31T23:00:00Z");
        assertThat(ReportingYear.of(year.begins())).isEqualTo(year);
        assertThat(ReportingYear.of(year.ends().minusMillis(1))).isEqualTo(year);
        assertThat(ReportingYear.of(year.ends())).isEqualTo(year.next());
    }

    @ParameterizedTest
    @ValueSource(ints = {1999, 2009, 2023, 2099})
    void aPathIsReadAsItIsWritten(int startYear) {
        var year = new ReportingYear(startYear);

        assertThat(ReportingYear.parse(year.inPath())).contains(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023", "2023-25", "2023-2024", "2023/24", "23-24", " 2023-24", "2023-24\n", "٢٠٢٣-٢٤", ""})
    void aPathThatIsNoYearIsRefused(String path) {
        assertThat(ReportingYear.parse(path)).isEmpty();
    }
}

package org.notificationhub.local.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.notificationhub.local.reproduce.Modality.DIAGNOSTIC_IMAGING;
import static org.notificationhub.local.reproduce.Modality.NUCLEAR_MEDICINE;
import static org.notificationhub.local.reproduce.Modality.RADIOTHERAPY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFilesTest {

    private static final ReportingYear SHIPPED = new ReportingYear(2023);
    private static final ReportingYear OTHER = new ReportingYear(2021);
    private static final String ERRORS = "year,modality,sub_modality,tier1,tier2,tier3,count\n";
    private static final String SUB_MODALITIES = "year,modality,sub_modality,count,published_percent\n";
    private static final String TOTALS = "year,modality,count,published_percent\n";

    @TempDir
    private Path directory;

    @Test
    void whatIsShippedOfTheYearAddsUp() throws IOException {
        var margins = new FigureFiles(SHIPPED, List.of()).margins();

        assertThat(margins.total()).isEqualTo(819);
        assertThat(margins.counts())
                .isEqualTo(Map.of(DIAGNOSTIC_IMAGING, 447, RADIOTHERAPY, 244, NUCLEAR_MEDICINE, 128));
        assertThat(margins.percents()).isEqualTo(Map.of(DIAGNOSTIC_IMAGING, 55, RADIOTHERAPY, 30));
        assertThat(margins.errors()).hasSize(22);
    }

    @Test
    void aPercentageAllowsARangeAndTheNearestCountIsMade() throws IOException {
        var margins = new FigureFiles(SHIPPED, List.of()).margins();

        assertThat(margins.subModalities())
                .contains(
                        new Portion(DIAGNOSTIC_IMAGING, List.of("CT"), 291, 289, 292, 65),
                        new Portion(DIAGNOSTIC_IMAGING, List.of("Plain film X-ray"), 112, 110, 113, 25),
                        new Portion(RADIOTHERAPY, List.of("Planning and verification imaging"), 108, 108, 108, 44));
        assertThat(margins.organisations())
                .containsExactly(
                        new Portion(DIAGNOSTIC_IMAGING, List.of("NHS_ACUTE"), 398, 396, 400, 89),
                        new Portion(RADIOTHERAPY, List.of("NHS_ACUTE"), 237, 236, 237, 97));
    }

    @ParameterizedTest
    @CsvSource({"2020, 499", "2018, 1009"})
    void aYearOfWhichOnlyTotalsAreKnownHasNothingElse(int year, int total) throws IOException {
        var margins = new FigureFiles(new ReportingYear(year), List.of()).margins();

        assertThat(margins.size()).isEqualTo(total);
        assertThat(margins.errors()).isEmpty();
        assertThat(margins.subModalities()).isEmpty();
        assertThat(margins.organisations()).isEmpty();
    }

    @Test
    void aTotalAloneIsNotEnough() {
        assertThat(faults(new ReportingYear(2024)))
                .containsExactly(
                        "irmer/totals.csv, line 2: The total of 2024/25 is known, but not how it divides into modalities");
    }

    @Test
    void aYearThatNobodyKnowsIsRefused() {
        assertThat(faults(OTHER)).containsExactly("the figures, line 1: Nothing is known of 2021/22");
    }

    @Test
    void anotherYearIsMadeOfTheFilesThatAreGivenAlone() throws IOException {
        var year = new ReportingYear(2024);
        var errors = shipped("errors-2023-24.csv").replace("2023/24", "2024/25");

        var files = new FigureFiles(year, List.of(file(errors)));

        assertThat(files.margins().size()).isEqualTo(819);
        assertThat(files.margins().total()).isNull();
        assertThat(files.otherTotal()).contains(842);
    }

    @Test
    void aGivenFileStandsInThePlaceOfTheShippedOneOfItsShape() throws IOException {
        var wrong = file(shipped("errors-2023-24.csv").replace("Wrong patient,88", "Wrong patient,89"));

        assertThat(faults(SHIPPED, wrong))
                .containsExactly(wrong + ", line 2: Diagnostic imaging: lines 2 to 18 sum to 448, "
                        + "but in irmer/totals.csv line 4 says 447");
    }

    @Test
    void tiersAndSubModalitiesOfTheSameModalityMustAgree() throws IOException {
        var errors = file(ERRORS + "2021/22,radiotherapy,,Operator,NOT_OBTAINED,NOT_OBTAINED,7\n");
        var subModalities = file(SUB_MODALITIES + """
                2021/22,radiotherapy,Brachytherapy,2,
                2021/22,radiotherapy,NOT_OBTAINED,6,
                """);

        assertThat(faults(OTHER, errors, subModalities))
                .containsExactly(subModalities + ", line 2: Radiotherapy: lines 2 to 3 sum to 8, but in " + errors
                        + " line 2 gives 7");
    }

    @Test
    void aRowAboveOthersIsTheirSum() throws IOException {
        var rows = """
                2021/22,diagnostic,,,,,10
                2021/22,diagnostic,,Operator,,,%d
                2021/22,diagnostic,,Operator,Patient checks,,4
                2021/22,diagnostic,,Operator,Authorisation,Late,2
                2021/22,diagnostic,,Operator,Authorisation,NOT_OBTAINED,1
                2021/22,diagnostic,,NOT_OBTAINED,NOT_OBTAINED,NOT_OBTAINED,3
                """;
        var wrong = file(ERRORS + rows.formatted(8));

        assertThat(new FigureFiles(OTHER, List.of(file(ERRORS + rows.formatted(7))))
                        .margins()
                        .errors())
                .extracting(Portion::path, Portion::count)
                .containsExactly(
                        tuple(List.of("Operator", "Patient checks"), 4),
                        tuple(List.of("Operator", "Authorisation", "Late"), 2),
                        tuple(List.of("Operator", "Authorisation"), 1),
                        tuple(List.of(), 3));
        assertThat(faults(OTHER, wrong))
                .containsExactly(wrong + ", line 4: Diagnostic imaging > Operator: lines 4 to 6 sum to 7, but in "
                        + wrong + " line 3 says 8");
    }

    @Test
    void theModalitiesSumToTheTotal() throws IOException {
        var totals = file(TOTALS + "2021/22,all,12,\n2021/22,diagnostic,7,\n2021/22,nuclear_medicine,4,\n");

        assertThat(faults(OTHER, totals))
                .containsExactly(totals + ", line 2: It says 12 for all, but the modalities sum to 11: "
                        + "Diagnostic imaging 7 + Nuclear medicine 4");
    }

    @Test
    void aPercentageThatTheCountContradictsIsRefused() throws IOException {
        var totals = file(TOTALS + "2021/22,diagnostic,7,64\n2021/22,nuclear_medicine,4,40\n");

        assertThat(faults(OTHER, totals))
                .containsExactly(totals + ", line 3: Nuclear medicine: 4 of 11 is 36.4 %, but 40 % is given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021/22,radiotherapy,CT,8,\n2021/22,radiotherapy,Film,3,\n2021/22,radiotherapy,NOT_OBTAINED,,\n",
                "2021/22,radiotherapy,CT,,80\n2021/22,radiotherapy,Film,,40\n"
            })
    void partsAreNotMoreThanTheWhole(String rows) throws IOException {
        var totals = file(TOTALS + "2021/22,radiotherapy,10,\n");

        assertThat(faults(OTHER, totals, file(SUB_MODALITIES + rows)))
                .singleElement()
                .asString()
                .contains("but the whole is 10");
    }

    @Test
    void percentagesOfEveryPartAreMadeIntoCountsThatSumToTheWhole() throws IOException {
        var totals = file(TOTALS + "2021/22,radiotherapy,200,\n");
        var thirds = file(SUB_MODALITIES + """
                2021/22,radiotherapy,External,,33
                2021/22,radiotherapy,Imaging,,33
                2021/22,radiotherapy,Other,,34
                """);

        var parts = new FigureFiles(OTHER, List.of(totals, thirds)).margins().subModalities();

        assertThat(parts).allSatisfy(part -> assertThat(part.count()).isBetween(part.least(), part.most()));
        assertThat(parts.stream().mapToInt(Portion::count).sum()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2021/22,diagnostic,,Operator,Late,Very,-1       | count must be a whole number, not negative, but is '-1'
            2021/22,diagnostic,,Operator,Late,Very,many     | count must be a whole number, not negative, but is 'many'
            2021/22,diagnostic,,Operator,Late,Very,         | count is empty
            2022/23,diagnostic,,Operator,Late,Very,1        | It is of the year '2022/23', not of 2021/22
            2021/22,ultrasound,,Operator,Late,Very,1        | 'ultrasound' is no modality. Use diagnostic, radiotherapy, nuclear_medicine, or all
            2021/22,diagnostic,CT,Operator,Late,Very,1      | sub_modality must be empty: tiers and sub-modalities are counted apart, in a file each
            2021/22,diagnostic,,NOT_OBTAINED,Late,Very,1    | tier2 is given, but not the one above it
            2021/22,diagnostic,,Operator,,Very,1            | tier3 is given, but not the one above it
            2021/22,diagnostic,,Operator,Late,1             | It has 6 cells, but the header has 7
            2021/22,all,,Operator,Late,Very,1               | A row of all modalities has no parts
            2021/22,diagnostic,,Referrer,Early,Very,2       | Diagnostic imaging > Referrer > Early > Very was given before, in %s, line 2
            """)
    void aRowThatCannotBeRightIsNamed(String row, String says) throws IOException {
        var file = file(ERRORS + "2021/22,diagnostic,,Referrer,Early,Very,1\n" + row.strip() + "\n");

        assertThat(faults(OTHER, file)).containsExactly(file + ", line 3: " + says.replace("%s", file.toString()));
    }

    @Test
    void everyFaultIsNamedAtOnce() throws IOException {
        var file = file(ERRORS + "2021/22,x,,Operator,Late,Very,1\n\n2021/22,diagnostic,,Operator,Late,Very,y\n");

        assertThat(faults(OTHER, file)).hasSize(2).last().asString().startsWith(file + ", line 4: ");
    }

    @Test
    void aFileOfAnotherShapeIsRefused() throws IOException {
        assertThat(faults(OTHER, file("a,b\n1,2\n")))
                .singleElement()
                .asString()
                .contains("line 1: These are not the columns");
    }

    @Test
    void aCellMayBeQuotedAndColumnsComeInAnyOrder() throws IOException {
        var file = file("\uFEFFcount,organisation_type,published_percent,modality,year\n"
                + "3,\"NHS_ACUTE\",,radiotherapy,2021/22\n");
        var totals = file(TOTALS + "2021/22,radiotherapy,10,\n");

        assertThat(new FigureFiles(OTHER, List.of(file, totals)).margins().organisations())
                .containsExactly(new Portion(RADIOTHERAPY, List.of("NHS_ACUTE"), 3, 3, 3, null));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "figures", ".csv"), content);
    }

    private static List<String> faults(ReportingYear year, Path... files) {
        return catchThrowableOfType(MarginsRefused.class, () -> new FigureFiles(year, Arrays.asList(files)).margins())
                .faults()
                .stream()
                .map(Fault::toString)
                .toList();
    }

    private static String shipped(String name) throws IOException {
        try (var stream = FigureFilesTest.class.getResourceAsStream("/irmer/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.notificationhub.maternity.feedback;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCellsTest {

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({
        "5 6 7, 5 6 7",
        "20 6 3, 20 . .",
        "20 3 3, 20 . .",
        "20 2 2, . . .",
        "20 0 0, . . .",
        "30 4 4 9, 30 . . .",
        "30 9 9 3, 30 . . .",
        "4, ."
    })
    void whatCouldBeWorkedOutIsWithheldToo(String cells, String shown) {
        assertThat(SmallCells.shown(numbers(cells))).isEqualTo(numbers(shown));
    }

    /**
     * A reader who knows the rules, the total and every number that is shown goes through all that it can have been: each
     * number that is withheld has at least two values left.
     */
    @ParameterizedTest(name = "{0} cells")
    @CsvSource({"2, 24, 18", "3, 20, 18", "4, 14, 13"})
    void nothingWithheldFollowsFromWhatIsShown(int cells, int largest, int largestTotal) {
        var seenAlike = tables(cells, largest)
                .filter(table -> sum(table) >= SmallCells.SMALLEST_SHOWN && sum(table) <= largestTotal)
                .collect(groupingBy(table -> List.of(sum(table), SmallCells.shown(table))));

        assertThat(seenAlike).isNotEmpty().allSatisfy((seen, possible) -> {
            @SuppressWarnings("unchecked")
            var shown = (List<Integer>) seen.get(1);
            for (var i = 0; i < cells; i++) {
                if (shown.get(i) == null) {
                    var at = i;
                    assertThat(possible.stream().map(table -> table.get(at)).collect(toSet()))
                            .as("cell %d of %s", at, seen)
                            .hasSizeGreaterThan(1);
                }
            }
        });
    }

    @Test
    void nothingBelowFiveIsShown() {
        assertThat(tables(3, 9))
                .allSatisfy(table -> assertThat(SmallCells.shown(table))
                        .allMatch(cell -> cell == null || cell >= SmallCells.SMALLEST_SHOWN));
    }

    private static Stream<List<Integer>> tables(int cells, int largest) {
        if (cells == 0) {
            return Stream.of(List.of());
        }
        return tables(cells - 1, largest)
                .flatMap(table -> Stream.iterate(0, cell -> cell <= largest, cell -> cell + 1)
                        .map(cell -> {
                            var longer = new ArrayList<>(table);
                            longer.add(cell);
                            return (List<Integer>) longer;
                        }));
    }

    private static int sum(List<Integer> table) {
        return table.stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(" "))
                .map(cell -> cell.equals(".") ? null : Integer.valueOf(cell))
                .toList();
    }
}

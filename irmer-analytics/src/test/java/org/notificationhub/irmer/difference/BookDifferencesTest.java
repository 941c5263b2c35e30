package org.notificationhub.irmer.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;

class BookDifferencesTest {

    @Test
    void everyFigureThatDiffersIsThereWithBothValues() {
        var differences = BookDifferences.of(
                book("modalities", row("RADIOTHERAPY", 244), row("NUCLEAR_MEDICINE", 128), row("GONE", 1)),
                book("modalities", row("RADIOTHERAPY", 243), row("NUCLEAR_MEDICINE", 128), row("NEW", 2)));

        assertThat(differences.rows())
                .containsExactly(
                        difference("RADIOTHERAPY", Value.of(244), Value.of(243), Value.of(BigDecimal.valueOf(-1))),
                        difference(
                                "GONE",
                                Value.of(1),
                                missing(Shorthand.NOT_AVAILABLE),
                                missing(Shorthand.NOT_APPLICABLE)),
                        difference(
                                "NEW",
                                missing(Shorthand.NOT_AVAILABLE),
                                Value.of(2),
                                missing(Shorthand.NOT_APPLICABLE)));
        assertThat(differences.finding()).isEqualTo("3 figures differ.");
    }

    @Test
    void figuresByProviderAreNotCompared() {
        assertThat(BookDifferences.of(book("providers", row("RJ1", 7)), book("providers", row("RJ1", 8)))
                        .rows())
                .isEmpty();
    }

    private static List<Value> difference(String row, Value from, Value to, Value by) {
        return List.of(Value.of("modalities"), Value.of(row), Value.of("count"), from, to, by);
    }

    private static Value missing(Shorthand why) {
        return Value.missing(why);
    }

    private static List<Value> row(String code, int count) {
        return List.of(Value.of(code), Value.of(count), Value.of("a text that is no figure " + count));
    }

    @SafeVarargs
    private static FigureBook book(String table, List<Value>... rows) {
        var columns = List.of(
                Column.code("modality", "Modality"),
                Column.count("count", "Notifications"),
                Column.text("note", "Note"));
        return new FigureBook(
                "n",
                "t",
                "2023/24",
                Instant.EPOCH,
                "s",
                "1",
                List.of(),
                "c",
                false,
                List.of(new FigureTable(table, "T", "F", columns, List.of(rows), List.of())));
    }
}

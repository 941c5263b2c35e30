package org.notificationhub.irmer.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;

class BookJsonProperties {

    @Property
    void whatWasFrozenIsThatBookAgain(@ForAll("books") FigureBook book) {
        var frozen = BookJson.write(book);

        assertThat(BookJson.read(frozen)).isEqualTo(book);
        assertThat(BookJson.write(BookJson.read(frozen))).isEqualTo(frozen);
    }

    @Example
    void theFormIsTheOneThatWasFrozenBefore() {
        var table = new FigureTable(
                "t",
                "T",
                "F",
                List.of(Column.code("a", "A"), Column.rate("b", "B", "u")),
                List.of(
                        List.of(Value.of("é\"\n"), Value.of(new BigDecimal("1.50"))),
                        List.of(Value.of(LocalDate.of(2024, 3, 31)), Value.missing(Shorthand.CONFIDENTIAL)),
                        List.of(Value.of(1), Value.of(1L))),
                List.of());
        var book = new FigureBook(
                "n",
                "t",
                "2023/24",
                Instant.parse("2026-11-23T09:00:00.120Z"),
                "s",
                "1",
                List.of("r"),
                "c",
                false,
                List.of(table));

        assertThat(new String(BookJson.write(book), UTF_8)).isEqualTo("""
                {"asOf":"2026-11-23T09:00:00.120Z","contact":"c","countingRules":["r"],"demonstration":false,"name":"n",\
                "period":"2023/24","source":"s","tables":[{"columns":[{"kind":"CODE","label":"A","name":"a"},\
                {"kind":"RATE","label":"B","name":"b","unit":"u"}],"finding":"F","name":"t","notes":[],"rows":[\
                [{"type":"text","value":"é\\"\\n"},{"type":"decimal","value":"1.50"}],\
                [{"type":"day","value":"2024-03-31"},{"mark":"CONFIDENTIAL"}],\
                [{"type":"integer","value":1},{"type":"long","value":1}]],"title":"T"}],"title":"t","version":"1"}""");
    }

    @Provide
    Arbitrary<FigureBook> books() {
        var rows = values().list().ofSize(2).list().ofMaxSize(4);
        var tables = Combinators.combine(Arbitraries.strings(), rows)
                .as((text, values) -> new FigureTable(
                        text,
                        text,
                        text,
                        List.of(Column.code("a", text), Column.count("b", text)),
                        values,
                        List.of(text)))
                .list()
                .ofMaxSize(3);
        var times = Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        return Combinators.combine(Arbitraries.strings(), times, tables)
                .as((text, asOf, of) -> new FigureBook(
                        text, text, text, asOf, text, text, List.of(text), text, text.length() % 2 == 0, of));
    }

    private static Arbitrary<Value> values() {
        var marks = Arbitraries.of(Shorthand.class);
        Arbitrary<Object> contents = Arbitraries.oneOf(
                Arbitraries.strings().map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.bigDecimals().map(Object.class::cast),
                Arbitraries.integers().between(0, 60_000).map(LocalDate::ofEpochDay));
        return Arbitraries.oneOf(
                contents.map(Value::of),
                marks.map(Value::missing),
                Combinators.combine(contents, marks).as(Value::new));
    }
}

package org.notificationhub.irmer.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.notificationhub.events.WireJson;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/**
 * A book as JSON. A row is an object with a member for every column, null where there is no value; {@code marks}, only where
 * there is something to explain, says by column why a value is missing or not final.
 */
final class JsonForm {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Optional<URI> licence;

    JsonForm(Optional<URI> licence) {
        this.licence = licence;
    }

    byte[] write(FigureBook book) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            book(book, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void book(FigureBook book, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", book.name());
        json.writeStringField("title", book.title());
        json.writeStringField("period", book.period());
        json.writeStringField("asOf", WireJson.format(book.asOf()));
        json.writeStringField("source", book.source());
        json.writeStringField("version", book.version());
        texts("countingRules", book.countingRules(), json);
        json.writeStringField("contact", book.contact());
        if (licence.isPresent()) {
            json.writeStringField("licence", licence.get().toString());
        }
        json.writeBooleanField("demonstration", book.demonstration());
        shorthands(book, json);
        json.writeArrayFieldStart("tables");
        for (var table : book.tables()) {
            table(table, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void shorthands(FigureBook book, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("shorthand");
        for (var shorthand : Marks.in(book)) {
            json.writeStartObject();
            json.writeStringField("code", shorthand.name());
            json.writeStringField("mark", shorthand.mark());
            json.writeStringField("meaning", shorthand.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void table(FigureTable table, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.name());
        json.writeStringField("title", table.title());
        json.writeStringField("finding", table.finding());
        texts("notes", table.notes(), json);
        json.writeArrayFieldStart("columns");
        for (var column : table.columns()) {
            column(column, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (var row : table.rows()) {
            row(table.columns(), row, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void column(Column column, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("label", column.label());
        json.writeStringField("kind", column.kind().name());
        if (column.unit() != null) {
            json.writeStringField("unit", column.unit());
        }
        json.writeEndObject();
    }

    private static void row(List<Column> columns, List<Value> row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var column = 0; column < row.size(); column++) {
            json.writeFieldName(columns.get(column).name());
            content(row.get(column).content(), json);
        }
        var marked = IntStream.range(0, row.size())
                .filter(column -> row.get(column).mark() != null)
                .toArray();
        if (marked.length > 0) {
            json.writeObjectFieldStart("marks");
            for (var column : marked) {
                json.writeStringField(
                        columns.get(column).name(), row.get(column).mark().name());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void content(Object content, JsonGenerator json) throws IOException {
        if (content == null) {
            json.writeNull();
        } else if (content instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (content instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(content.toString());
        }
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}

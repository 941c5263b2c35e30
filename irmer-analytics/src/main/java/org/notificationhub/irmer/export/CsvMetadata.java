package org.notificationhub.irmer.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.notificationhub.events.WireJson;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;

/**
 * What the columns of a CSV are, for machines: CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data", 2015), with
 * Dublin Core terms for where the figures come from.
 */
final class CsvMetadata {

    private static final JsonFactory JSON = new JsonFactory();

    private final Optional<URI> licence;

    CsvMetadata(Optional<URI> licence) {
        this.licence = licence;
    }

    /** @param url of the CSV, as seen from the metadata */
    byte[] write(FigureBook book, FigureTable table, String url) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            context(json);
            json.writeStringField("url", url);
            origin(book, table, json);
            dialect(json);
            schema(table, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void context(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("@context");
        json.writeString("http://www.w3.org/ns/csvw");
        json.writeStartObject();
        json.writeStringField("@language", "en");
        json.writeEndObject();
        json.writeEndArray();
    }

    private void origin(FigureBook book, FigureTable table, JsonGenerator json) throws IOException {
        json.writeStringField("dc:title", book.title() + ": " + table.title());
        json.writeStringField("dc:description", table.finding());
        json.writeStringField("dc:source", book.source());
        json.writeStringField("dc:temporal", book.period());
        json.writeObjectFieldStart("dc:modified");
        json.writeStringField("@value", WireJson.format(book.asOf()));
        json.writeStringField("@type", "xsd:dateTime");
        json.writeEndObject();
        json.writeStringField("schema:version", book.version());
        json.writeStringField("schema:contactPoint", book.contact());
        if (licence.isPresent()) {
            json.writeObjectFieldStart("dc:license");
            json.writeStringField("@id", licence.get().toString());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("rdfs:comment");
        for (var comment : comments(book, table)) {
            json.writeString(comment);
        }
        json.writeEndArray();
    }

    private static List<String> comments(FigureBook book, FigureTable table) {
        var standing = Stream.concat(book.countingRules().stream(), table.notes().stream());
        var marks = Marks.in(book).stream().map(mark -> mark.mark() + " means " + mark.meaning() + ".");
        var demonstration =
                book.demonstration() ? Stream.of("Demonstration data: the events are not real.") : Stream.<String>of();
        return Stream.of(demonstration, standing, marks).flatMap(each -> each).toList();
    }

    private static void dialect(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("dialect");
        json.writeStringField("encoding", "utf-8");
        json.writeArrayFieldStart("lineTerminators");
        json.writeString("\r\n");
        json.writeEndArray();
        json.writeBooleanField("header", true);
        json.writeEndObject();
    }

    private static void schema(FigureTable table, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tableSchema");
        json.writeArrayFieldStart("columns");
        for (var column : CsvColumn.of(table)) {
            column(column, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void column(CsvColumn column, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeArrayFieldStart("titles");
        json.writeString(column.name());
        json.writeString(
                column.status() ? column.of().label() + ": status" : column.of().label());
        json.writeEndArray();
        if (column.status()) {
            status(json);
        } else {
            datatype(column.of(), json);
        }
        json.writeEndObject();
    }

    private static void status(JsonGenerator json) throws IOException {
        json.writeStringField("dc:description", "Why the value is missing or not final; empty where it is final");
        json.writeObjectFieldStart("datatype");
        json.writeStringField("base", "string");
        json.writeStringField("format", "\\[[a-z]\\]");
        json.writeEndObject();
    }

    private static void datatype(Column column, JsonGenerator json) throws IOException {
        if (column.unit() != null) {
            json.writeStringField("schema:unitText", column.unit());
        }
        switch (column.kind()) {
            case CODE, LABEL, TEXT -> json.writeStringField("datatype", "string");
            case COUNT -> json.writeStringField("datatype", "integer");
            case PERCENT, RATE -> json.writeStringField("datatype", "decimal");
            case DATE -> {
                json.writeObjectFieldStart("datatype");
                json.writeStringField("base", "date");
                json.writeStringField("format", "yyyy-MM-dd");
                json.writeEndObject();
            }
        }
    }
}

package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Activity figures as a table: the members of a figure and of its publication as columns, in any order. */
final class ActivityCsv {

    static final List<String> COLUMNS =
            List.of("published_on", "source", "modality", "provider_id", "amount", "bound", "unit");

    private static final Map<String, String> MEMBERS = Map.of(
            "published_on", ActivityRequest.PUBLISHED_ON,
            "source", ActivityRequest.SOURCE,
            "modality", ActivityRequest.MODALITY,
            "provider_id", ActivityRequest.PROVIDER,
            "amount", ActivityRequest.AMOUNT,
            "bound", ActivityRequest.BOUND,
            "unit", ActivityRequest.UNIT);

    private static final ObjectReader ROWS =
            new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class);

    private ActivityCsv() {}

    /** The rows as an array of figures; an empty cell is an absent member. */
    static JsonNode read(InputStream file, int most, String tooLarge) throws IOException {
        var bytes = file.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Refusal(ProblemKind.TOO_LARGE, tooLarge);
        }
        var figures = JsonNodeFactory.instance.arrayNode();
        try (MappingIterator<String[]> rows =
                ROWS.readValues(new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""))) {
            var header = rows.hasNextValue() ? rows.nextValue() : new String[0];
            refuse(header);
            while (rows.hasNextValue()) {
                figures.add(figure(header, rows.nextValue()));
            }
        } catch (JsonProcessingException e) {
            throw new Refusal(ProblemKind.UNREADABLE, "Send CSV as RFC 4180 has it, in UTF-8.");
        }
        return figures;
    }

    private static void refuse(String[] header) {
        var missing = new ArrayList<>(COLUMNS);
        missing.removeAll(Arrays.asList(header));
        if (!missing.isEmpty()
                || new HashSet<>(Arrays.asList(header)).size() != COLUMNS.size()
                || header.length != COLUMNS.size()) {
            throw new Refusal(
                    ProblemKind.VALIDATION,
                    List.of(new Fault("", "COLUMNS_WRONG", "Use the columns " + String.join(",", COLUMNS))));
        }
    }

    private static ObjectNode figure(String[] header, String[] cells) {
        var figure = JsonNodeFactory.instance.objectNode();
        for (var column = 0; column < Math.min(header.length, cells.length); column++) {
            var member = MEMBERS.get(header[column]);
            if (cells[column].isEmpty()) {
                continue;
            }
            if (member.equals(ActivityRequest.AMOUNT) && cells[column].matches("[0-9]{1,18}")) {
                figure.put(member, Long.parseLong(cells[column]));
            } else {
                figure.put(member, cells[column]);
            }
        }
        return figure;
    }
}

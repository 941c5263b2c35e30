package org.notificationhub.irmer.export;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;

/** Answers with a book's bytes in the form that was asked for, their hash and their name; 304 to who has them already. */
public class FigureAnswer {

    private final JsonForm json;
    private final CsvMetadata csvMetadata;
    private final OdsForm ods;

    FigureAnswer(IrmerConfig config) {
        var licence = config.exports().licence();
        json = new JsonForm(licence);
        csvMetadata = new CsvMetadata(licence);
        ods = new OdsForm(licence);
    }

    @ServerResponseFilter
    public void answer(ContainerRequestContext request, ContainerResponseContext response) {
        var asked = Asked.in(request);
        if (response.getEntity() instanceof FigureBook book) {
            // Forgets the writer that was chosen for a book: what is sent are bytes, or a problem.
            response.setEntity(book);
            var form = asked.form() == null ? Form.byMediaType(response.getMediaType()) : asked.form();
            give(book, form, asked, request, response);
        } else if (response.getStatus() == Status.OK.getStatusCode() && !asked.isAnsweredBy(response.getMediaType())) {
            response.setEntity(null);
            throw new Refusal(ProblemKind.NOT_ACCEPTABLE, "There are no figures here that have that form");
        }
    }

    private void give(
            FigureBook book,
            Form form,
            Asked asked,
            ContainerRequestContext request,
            ContainerResponseContext response) {
        var table = table(book, request);
        var content = switch (form) {
            case JSON -> json.write(book);
            case ODS -> ods.write(book);
            case CSV -> CsvForm.write(table, withByteOrderMark(request));
            case CSV_METADATA -> csvMetadata.write(book, table, asked.beside(Form.CSV.suffix()));
        };
        var tag = new EntityTag(hash(content));
        describe(book, table, form, asked, tag, response.getHeaders());
        if (request.getRequest().evaluatePreconditions(tag) == null) {
            response.setEntity(content, response.getEntityAnnotations(), MediaType.valueOf(form.mediaType()));
        } else {
            response.setEntity(null);
            response.setStatusInfo(Status.NOT_MODIFIED);
        }
    }

    private static void describe(
            FigureBook book,
            FigureTable table,
            Form form,
            Asked asked,
            EntityTag tag,
            MultivaluedMap<String, Object> headers) {
        headers.putSingle(HttpHeaders.ETAG, tag);
        headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, disposition(book, table, form));
        if (form == Form.CSV) {
            headers.putSingle(
                    HttpHeaders.LINK,
                    "<%s>; rel=\"describedby\"; type=\"%s\""
                            .formatted(asked.resource(Form.CSV_METADATA.suffix()), Form.CSV_METADATA.mediaType()));
        }
    }

    /** A browser keeps what is for a spreadsheet, and shows what is for a program. */
    private static String disposition(FigureBook book, FigureTable table, Form form) {
        var oneOfMany = form.isOfOneTable() && book.tables().size() > 1;
        return "%s; filename=\"%s%s\""
                .formatted(
                        form.isForSpreadsheets() ? "attachment" : "inline",
                        oneOfMany ? book.name() + "-" + table.name() : book.name(),
                        form.suffix());
    }

    /** What a form of one table has: the first, unless another is asked for. */
    private static FigureTable table(FigureBook book, ContainerRequestContext request) {
        var asked = request.getUriInfo().getQueryParameters().getFirst("table");
        var names = book.tables().stream().map(FigureTable::name).toList();
        if (asked != null && !names.contains(asked)) {
            throw new Refusal(
                    ProblemKind.QUERY_INVALID,
                    List.of(new Fault("table", "NOT_A_CODE", "Use one of: " + String.join(", ", names))));
        }
        return book.tables().get(asked == null ? 0 : names.indexOf(asked));
    }

    private static boolean withByteOrderMark(ContainerRequestContext request) {
        var query = new ListQuery();
        var asked =
                query.yesOrNo("bom", request.getUriInfo().getQueryParameters().getFirst("bom"));
        query.refuseFaults();
        return Boolean.TRUE.equals(asked);
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

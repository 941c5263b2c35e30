package org.notificationhub.routing.form;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A filled form as a tagged PDF that a screen reader can follow. The same form gives the same bytes. */
@ApplicationScoped
public class FormPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    public byte[] of(FilledForm form) {
        var pdf = new ByteArrayOutputStream();
        try (var renderer = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useFont(FormPdf::font, "Liberation Sans")
                .withHtmlContent(CqcFormPages.print.of(form).render(), null)
                .buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (var document = renderer.getPdfDocument()) {
                date(document, form);
                document.save(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** PDFBox would take the present moment for both, and each copy would be another document. */
    private static void date(PDDocument document, FilledForm form) {
        var written = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        written.setTimeInMillis(form.writtenFrom().toEpochMilli());
        document.getDocumentInformation().setCreationDate(written);
        document.getDocumentInformation().setModificationDate(written);
        document.setDocumentId(form.hubReference().hashCode() * 31L + form.version());
    }

    private static InputStream font() {
        return PDDocument.class.getResourceAsStream(FONT);
    }
}

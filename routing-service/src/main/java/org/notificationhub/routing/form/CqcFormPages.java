package org.notificationhub.routing.form;

import io.quarkus.qute.TemplateInstance;

/** A filled form to read on the screen and to print. The names are the templates'. */
public final class CqcFormPages {

    private CqcFormPages() {}

    public record page(FilledForm form, String received) implements TemplateInstance {
        public static page of(FilledForm form) {
            return new page(form, PlainWords.of(form.writtenFrom()));
        }
    }

    /** Without anything from elsewhere, for the PDF. */
    record print(FilledForm form, String received) implements TemplateInstance {
        static print of(FilledForm form) {
            return new print(form, PlainWords.of(form.writtenFrom()));
        }
    }
}

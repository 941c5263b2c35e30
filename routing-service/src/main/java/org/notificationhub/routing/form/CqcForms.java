package org.notificationhub.routing.form;

import java.util.List;
import java.util.Map;

/**
 * What CQC's forms ask for, and where each goes: {@code forms/cqc-forms.json}.
 *
 * @param first sections at the head of every form
 * @param last sections at its foot
 * @param forms by code
 * @param types which form a type of notification takes
 */
public record CqcForms(List<Section> first, List<Section> last, Map<String, Form> forms, Map<String, Use> types) {

    Use use(String type) {
        return types.get(type);
    }

    Form form(String type) {
        return forms.get(use(type).form());
    }

    /** @param source where we know its fields from */
    record Form(String title, String source, List<Section> sections) {}

    record Section(String title, List<Field> fields) {}

    /**
     * @param from JSON Pointer into the notification's content or, under {@code /register}, the register; null where the
     *     hub never has it
     * @param required whether CQC sends a form back without it
     */
    record Field(String label, String from, boolean required) {}

    /** @param mailbox null where CQC takes it on the web only */
    record Use(String form, Route route, String mailbox) {}

    /** How CQC takes a form. */
    enum Route {
        PORTAL_OR_WORD_FORM("Use CQC's provider portal, or its Word form sent by e-mail."),
        WORD_FORM("Use CQC's Word form, sent by e-mail. CQC takes this one by e-mail only."),
        IRMER_WEB_FORM("Use CQC's web form for IR(ME)R notifications."),
        IRMER_TEAM("Send it to CQC's IR(ME)R team, quoting the reference of the notification.");

        private final String instruction;

        Route(String instruction) {
            this.instruction = instruction;
        }

        String instruction() {
            return instruction;
        }
    }
}

package org.notificationhub.routing.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.notificationhub.events.Decision;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.WireJson;
import org.notificationhub.routing.decision.DecisionRepository;
import org.notificationhub.routing.delivery.Dispatch;
import org.notificationhub.routing.delivery.WriteDispatch;
import org.notificationhub.routing.form.FilledForm.Law;
import org.notificationhub.routing.form.FilledForm.Row;
import org.notificationhub.routing.form.FilledForm.Section;
import org.notificationhub.routing.register.ProviderRegister;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.LegalDay;

/** Fills CQC's form for what a delivery tells, by the type whose rule was applied. */
@ApplicationScoped
public class FillForm {

    private final WriteDispatch writeDispatch;
    private final DecisionRepository decisions;
    private final ProviderRegister register;
    private final CqcForms forms;
    private final Clock clock;
    private final ObjectMapper json = WireJson.tolerantReader();

    FillForm(
            WriteDispatch writeDispatch,
            DecisionRepository decisions,
            ProviderRegister register,
            CqcForms forms,
            Clock clock) {
        this.writeDispatch = writeDispatch;
        this.decisions = decisions;
        this.register = register;
        this.forms = forms;
        this.clock = clock;
    }

    @Transactional
    public FilledForm fill(UUID deliveryId) {
        return fill(writeDispatch.write(deliveryId));
    }

    @Transactional
    public FilledForm fill(Dispatch dispatch) {
        var use = forms.use(dispatch.decidedAs());
        var form = forms.form(dispatch.decidedAs());
        var duty = decisions.last(dispatch.notificationId()).orElseThrow().decision().duties().stream()
                .filter(owed -> owed.authority().equals(Authority.CQC.name()))
                .findFirst()
                .orElseThrow();
        return new FilledForm(
                form.title(),
                about(dispatch),
                use.route().instruction(),
                use.mailbox(),
                byWhen(duty.clock()),
                duty.citations().stream()
                        .map(law -> new Law(law.instrument() + " " + law.provision(), law.url()))
                        .toList(),
                sections(form, dispatch.content()),
                dispatch.deliveryId().toString(),
                dispatch.version(),
                dispatch.receivedAt(),
                dispatch.content().test(),
                form.source());
    }

    private List<Section> sections(CqcForms.Form form, NotificationContent content) {
        var known = known(content);
        return Stream.of(
                        filled(forms.first(), known),
                        Stream.of(people(content)),
                        filled(form.sections(), known),
                        filled(forms.last(), known))
                .flatMap(sections -> sections)
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Stream<Section> filled(List<CqcForms.Section> sections, JsonNode known) {
        return sections.stream()
                .map(section -> new Section(
                        section.title(),
                        section.fields().stream()
                                .map(field -> row(field, known))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    /** What was not given is left out, unless CQC sends the form back without it. */
    private static Row row(CqcForms.Field field, JsonNode known) {
        var value = field.from() == null ? null : PlainWords.of(known.at(field.from()));
        return value == null && !field.required() ? null : new Row(field.label(), value);
    }

    private static Section people(NotificationContent content) {
        return new Section(
                "People",
                content.people().stream()
                        .map(person -> new Row(
                                "Person with the provider's code " + person.code(),
                                Stream.of(person.role(), person.ageBand())
                                        .filter(Objects::nonNull)
                                        .map(word -> PlainWords.of(json(word)))
                                        .reduce((role, age) -> role + ", age " + age)
                                        .orElse("Role and age not given")))
                        .toList());
    }

    private static JsonNode json(String text) {
        return TextNode.valueOf(text);
    }

    private JsonNode known(NotificationContent content) {
        ObjectNode known = json.valueToTree(content);
        register.find(content.provider().id(), LegalDay.of(clock.instant()))
                .ifPresent(provider -> known.putObject("register").put("name", provider.name()));
        return known;
    }

    private static String about(Dispatch dispatch) {
        return switch (dispatch.action()) {
            case SUBMIT -> "A new notification.";
            case AMEND -> "An amendment of what CQC knows as " + dispatch.earlierReference() + ".";
            case WITHDRAW -> "A withdrawal of " + sentBefore(dispatch) + ", because: " + dispatch.withdrawalReason();
        };
    }

    private static String sentBefore(Dispatch dispatch) {
        return dispatch.earlierReference() == null
                ? "what CQC was sent before"
                : "what CQC knows as " + dispatch.earlierReference();
    }

    private static String byWhen(Decision.Clock clock) {
        if (clock == null) {
            return "No time limit is known.";
        }
        if (clock.due() != null) {
            return "CQC must be told by " + PlainWords.of(clock.due()) + ".";
        }
        return clock.internalTarget() == null
                ? "CQC must be told without delay."
                : "CQC must be told without delay; your own target is " + PlainWords.of(clock.internalTarget()) + ".";
    }
}

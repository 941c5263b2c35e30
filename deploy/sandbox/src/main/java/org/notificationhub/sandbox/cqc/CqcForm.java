package org.notificationhub.sandbox.cqc;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a notification to CQC must look like. All faults are found at once. */
final class CqcForm {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Set<String> TYPES = notificationTypes();

    private static final Map<String, Predicate<JsonNode>> BODY = Map.ofEntries(
            entry("requestId", CqcForm::isUuid),
            entry("action", oneOf(Set.of("SUBMIT", "AMEND", "WITHDRAW"))),
            entry("notificationId", CqcForm::isUuid),
            entry("version", value -> value.isInt() && value.intValue() >= 1),
            entry("type", oneOf(TYPES)),
            entry("sentAs", oneOf(TYPES)),
            entry("reference", CqcForm::isWords),
            entry("previousReference", CqcForm::isWords),
            entry("provider", JsonNode::isObject),
            entry("occurredAt", CqcForm::isInstant),
            entry("awareAt", CqcForm::isInstant),
            entry("summary", JsonNode::isTextual),
            entry("people", JsonNode::isArray),
            entry("details", JsonNode::isObject),
            entry("withdrawalReason", CqcForm::isWords),
            entry("test", JsonNode::isBoolean));
    private static final Predicate<JsonNode> COUNTRY =
            oneOf(Set.of("ENGLAND", "WALES", "SCOTLAND", "NORTHERN_IRELAND"));
    private static final Map<String, Predicate<JsonNode>> PROVIDER =
            Map.of("id", CqcForm::isWords, "locationId", CqcForm::isWords, "country", COUNTRY);
    private static final Map<String, Predicate<JsonNode>> EMPLOYER =
            Map.of("employer", CqcForm::isWords, "locationId", CqcForm::isWords, "country", COUNTRY);

    /** IR(ME)R puts its duty on the employer, whom CQC need not have registered. */
    private static final Set<String> FROM_EMPLOYERS = Set.of("IRMER_SAUE", "IRMER_SAUE_INVESTIGATION_REPORT");

    private static final Map<String, Predicate<JsonNode>> PERSON =
            Map.of("code", CqcForm::isWords, "role", CqcForm::isWords, "ageBand", CqcForm::isWords);

    private static final List<String> ALWAYS =
            List.of("requestId", "action", "notificationId", "version", "type", "reference", "provider", "test");

    private CqcForm() {}

    static List<Fault> faults(JsonNode body) {
        if (!body.isObject()) {
            return List.of(new Fault("", "NOT_AN_OBJECT"));
        }
        var faults = new ArrayList<Fault>();
        check(body, "", BODY, required(body.path("action").asText()), faults);
        if (body.path("provider").isObject()) {
            checkProvider(body, faults);
        }
        var people = body.path("people");
        for (var i = 0; i < people.size(); i++) {
            check(people.get(i), "/people/" + i, PERSON, List.of("code", "role"), faults);
        }
        return faults;
    }

    /** Where a person's NHS number stands. Ids are ours or CQC's own and are passed over. */
    static List<Fault> identifyingFaults(JsonNode body) {
        var faults = new ArrayList<Fault>();
        for (var member : List.of("reference", "summary", "people", "details", "withdrawalReason")) {
            findNumbers(body.path(member), "/" + member, faults);
        }
        return faults;
    }

    private static List<String> required(String action) {
        var required = new ArrayList<>(ALWAYS);
        switch (action) {
            case "AMEND" -> required.addAll(List.of("previousReference", "people", "details"));
            case "WITHDRAW" -> required.addAll(List.of("previousReference", "withdrawalReason"));
            default -> required.addAll(List.of("people", "details"));
        }
        return required;
    }

    private static void checkProvider(JsonNode body, List<Fault> faults) {
        var provider = body.get("provider");
        if (provider.has("employer")
                && FROM_EMPLOYERS.contains(body.path("type").asText())) {
            check(provider, "/provider", EMPLOYER, List.of("employer"), faults);
        } else {
            check(provider, "/provider", PROVIDER, List.of("id"), faults);
        }
    }

    private static void check(
            JsonNode object,
            String at,
            Map<String, Predicate<JsonNode>> members,
            List<String> required,
            List<Fault> faults) {
        if (!object.isObject()) {
            faults.add(new Fault(at, "NOT_AN_OBJECT"));
            return;
        }
        required.stream()
                .filter(name -> !object.has(name))
                .forEach(name -> faults.add(new Fault(at + "/" + name, "REQUIRED")));
        object.properties().forEach(member -> {
            var form = members.get(member.getKey());
            if (form == null) {
                faults.add(new Fault(at + "/" + member.getKey(), "UNKNOWN_MEMBER"));
            } else if (!form.test(member.getValue())) {
                faults.add(new Fault(at + "/" + member.getKey(), "MALFORMED"));
            }
        });
    }

    private static void findNumbers(JsonNode node, String at, List<Fault> faults) {
        if (node.isValueNode() && PersonNumber.isIn(node.asText())) {
            faults.add(new Fault(at, "IDENTIFIES_A_PERSON"));
        }
        node.properties().forEach(member -> findNumbers(member.getValue(), at + "/" + member.getKey(), faults));
        if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                findNumbers(node.get(i), at + "/" + i, faults);
            }
        }
    }

    private static Predicate<JsonNode> oneOf(Set<String> codes) {
        return value -> value.isTextual() && codes.contains(value.textValue());
    }

    private static boolean isWords(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }

    private static boolean isUuid(JsonNode value) {
        return value.isTextual() && UUID_FORM.matcher(value.textValue()).matches();
    }

    private static boolean isInstant(JsonNode value) {
        try {
            return value.isTextual()
                    && RFC_3339.matcher(value.textValue()).matches()
                    && OffsetDateTime.parse(value.textValue()) != null;
        } catch (DateTimeException noSuchMoment) {
            return false;
        }
    }

    private static Set<String> notificationTypes() {
        try (var file = CqcForm.class.getResourceAsStream("/cqc/notification-types.txt")) {
            return Set.copyOf(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

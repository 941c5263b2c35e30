package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A decision for a person at a terminal so many characters wide. */
record DecisionText(int width) {

    private static final String INDENT = " ".repeat(7);

    String of(String type, JsonNode decision) {
        var lines = new ArrayList<String>();
        lines.addAll(wrapped("", heading(type, decision)));
        for (var duty : decision.path("duties")) {
            lines.add("");
            lines.addAll(duty(duty));
        }
        lines.add("");
        lines.addAll(wrapped("", "Sent to: " + listed(decision.path("routes"), DecisionText::route, "nobody")));
        lines.addAll(wrapped("", "Facts used: " + listed(decision.path("factsUsed"), JsonNode::asText, "none")));
        lines.addAll(wrapped("", "Facts missing: " + listed(decision.path("factsMissing"), JsonNode::asText, "none")));
        return String.join("\n", lines) + "\n";
    }

    private static String heading(String type, JsonNode decision) {
        var provider = decision.path("provider");
        var basis = basis(provider.path("basis").asText());
        var providerClass = provider.path("class").asText();
        var who = provider.hasNonNull("id")
                ? "%s (%s, %s)".formatted(provider.get("id").asText(), providerClass, basis)
                : "a provider of class %s (%s)".formatted(providerClass, basis);
        return "%s at %s on %s, rules of %s"
                .formatted(
                        type,
                        who,
                        decision.path("on").asText(),
                        decision.path("rulesVersion").asText());
    }

    private List<String> duty(JsonNode duty) {
        var lines = new ArrayList<String>();
        lines.add("%-6s %s"
                .formatted(
                        duty.path("authority").asText(),
                        outcome(duty.path("outcome").asText())));
        lines.addAll(wrapped(INDENT, duty.path("because").asText()));
        if (duty.hasNonNull("clock")) {
            lines.addAll(wrapped(INDENT, clock(duty.get("clock"))));
        }
        for (var citation : duty.path("citations")) {
            lines.addAll(wrapped(INDENT, law(citation)));
        }
        return lines;
    }

    private static String clock(JsonNode clock) {
        var parts = new ArrayList<String>();
        parts.add(words(clock, "words", "limit"));
        if (clock.hasNonNull("due")) {
            parts.add("due " + LondonTime.of(clock.get("due").asText()));
        } else if (clock.hasNonNull("startFact") && !clock.hasNonNull("start")) {
            parts.add("counted from " + clock.get("startFact").asText() + ", which is not known");
        }
        if (clock.hasNonNull("internalTarget")) {
            parts.add("own target " + LondonTime.of(clock.get("internalTarget").asText()));
        }
        if (!clock.path("warnings").isEmpty()) {
            parts.add("warnings " + listed(clock.get("warnings"), warning -> LondonTime.of(warning.asText()), ""));
        }
        return "By when: " + String.join("; ", parts);
    }

    private static String law(JsonNode citation) {
        return "Law: %s %s (%s)  %s"
                .formatted(
                        citation.path("instrument").asText(),
                        citation.path("provision").asText(),
                        citation.path("confidence").asText(),
                        citation.path("url").asText())
                .strip();
    }

    /** The sentence where there is one, else the code as words. */
    private static String words(JsonNode node, String sentence, String code) {
        return node.hasNonNull(sentence)
                ? node.get(sentence).asText()
                : Layout.plain(node.path(code).asText());
    }

    private static String outcome(String code) {
        return switch (code) {
            case "OWED_UNLESS_LFPSE_ACCEPTS" -> "owed unless LfPSE accepts";
            case "HOLD" -> "held for a person to decide";
            default -> Layout.plain(code);
        };
    }

    private static String basis(String code) {
        return switch (code) {
            case "REGISTER" -> "from the register";
            case "DECLARED" -> "as declared";
            case "DEFAULTED" -> "by default, not being in the register";
            default -> Layout.plain(code);
        };
    }

    private static String route(JsonNode route) {
        var destination = route.path("destination").asText();
        return switch (route.path("purpose").asText()) {
            case "DISCHARGES" -> destination + " first (its acceptance discharges the duty)";
            case "FALLBACK" -> destination + " if that fails";
            case "COPY" -> destination + " (a copy)";
            default -> destination;
        };
    }

    private static String listed(JsonNode array, Function<JsonNode, String> text, String none) {
        return array.isEmpty()
                ? none
                : StreamSupport.stream(array.spliterator(), false).map(text).collect(Collectors.joining(", "));
    }

    private List<String> wrapped(String indent, String text) {
        return new Layout(width).wrapped(indent, text);
    }
}

package org.notificationhub.routing.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words a rule table may use, and the calendar its clocks run by. */
public record Vocabulary(List<EventType> types, ProviderClasses classes, FactCatalogue facts, WorkingDays workingDays) {

    public Vocabulary {
        types = List.copyOf(types);
    }

    public Optional<EventType> type(String code) {
        return types.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    public Map<String, EventType> typesByCode() {
        return types.stream().collect(Collectors.toUnmodifiableMap(EventType::code, Function.identity()));
    }
}

package org.notificationhub.events;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The CloudEvents {@code type} of each event: {@code NotificationReceived} is {@code …notification.received.v1}. */
public final class EventTypes {

    public static final String NAMESPACE = "org.notificationhub";

    private static final Map<String, Class<? extends HubEvent>> BY_TYPE =
            all().collect(Collectors.toUnmodifiableMap(EventTypes::type, Function.identity()));

    private static final Map<Class<? extends HubEvent>, URI> SCHEMAS = all().collect(Collectors.toUnmodifiableMap(
            Function.identity(), event -> URI.create("https://notificationhub.org/schemas/" + schemaName(event))));

    private EventTypes() {}

    public static Stream<Class<? extends HubEvent>> all() {
        return Stream.of(HubEvent.FromSender.class, HubEvent.FromRouting.class)
                .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                .map(event -> event.asSubclass(HubEvent.class));
    }

    public static String type(Class<? extends HubEvent> event) {
        return NAMESPACE + "." + words(event, ".") + ".v1";
    }

    /** Empty where this build does not know the type: a later service may publish more than we read. */
    public static Optional<Class<? extends HubEvent>> event(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The file that holds the schema, and the last part of its {@code $id}. */
    public static String schemaName(Class<? extends HubEvent> event) {
        return words(event, "-") + ".v1.json";
    }

    public static URI schema(Class<? extends HubEvent> event) {
        return SCHEMAS.get(event);
    }

    private static String words(Class<?> event, String separator) {
        return event.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", separator)
                .toLowerCase(Locale.ROOT);
    }
}

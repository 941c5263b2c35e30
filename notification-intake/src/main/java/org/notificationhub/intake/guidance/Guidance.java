package org.notificationhub.intake.guidance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.content.NotificationTypes;

/**
 * Where whoever has notified something can read on about it. A table says it: nobody is asked while a sender waits. What
 * cannot be used in the table stops the start.
 */
@Startup
@Singleton
public class Guidance {

    private static final String TABLE = "/guidance/guidance.json";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, List<Condition>> conditions;
    private final Map<String, List<Given>> byType = new HashMap<>();
    private final Clock clock;

    @Inject
    Guidance(NotificationTypes types, IntakeConfig config, Clock clock) {
        this(read(), types, config.guidance(), clock);
    }

    Guidance(Table table, NotificationTypes types, IntakeConfig.Guidance addresses, Clock clock) {
        this.conditions = table.conditions;
        this.clock = clock;
        for (var advice : table.guidance) {
            usable(advice, types);
            var given = new Given(advice, pages(advice, addresses));
            advice.types().forEach(type -> byType.merge(type, List.of(given), Guidance::and));
        }
    }

    /** @param body fits the schema of its type */
    public List<HelpfulPage> after(JsonNode body) {
        var known = byType.get(body.path("type").asText());
        if (known == null) {
            return List.of();
        }
        var today = LocalDate.ofInstant(clock.instant(), LONDON);
        return known.stream()
                .filter(given -> given.advice.isGivenOn(today))
                .filter(given -> given.advice.when() == null || holds(given.advice.when(), body))
                .flatMap(given -> given.pages.stream())
                .distinct()
                .toList();
    }

    private boolean holds(String condition, JsonNode body) {
        return conditions.get(condition).stream().anyMatch(each -> each.holds(body));
    }

    private static List<HelpfulPage> pages(Advice advice, IntakeConfig.Guidance addresses) {
        return advice.links().stream().map(link -> page(link, addresses)).toList();
    }

    private static HelpfulPage page(Advice.Link link, IntakeConfig.Guidance addresses) {
        if (link.url() != null) {
            return new HelpfulPage(link.title(), link.url(), link.publisher());
        }
        return link.catalogue() != null
                ? ours(link.title(), addresses.catalogueUrl(), link.catalogue())
                : ours(link.title(), addresses.analyticsUrl(), link.analytics());
    }

    private static HelpfulPage ours(String title, URI base, String path) {
        return new HelpfulPage(title, base.toString().replaceFirst("/+$", "") + path, "HUB");
    }

    private void usable(Advice advice, NotificationTypes types) {
        for (var type : advice.types()) {
            that(types.find(type).isPresent(), "names a type there is not: " + type);
        }
        that(
                advice.when() == null || conditions.containsKey(advice.when()),
                "names an unknown condition: " + advice.when());
        that(advice.from() != null, "has no day from which it is given");
        for (var link : advice.links()) {
            that(link.title() != null, "has a link without a title");
            var places = (link.catalogue() == null ? 0 : 1)
                    + (link.analytics() == null ? 0 : 1)
                    + (link.url() == null ? 0 : 1);
            that(places == 1, "leads nowhere, or to several places, with: " + link.title());
            that(link.url() == null || link.publisher() != null, "does not say whose page it is: " + link.title());
        }
    }

    private static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("The table " + TABLE + " " + otherwise);
        }
    }

    private static List<Given> and(List<Given> some, List<Given> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    static Table read() {
        try (var file = Guidance.class.getResourceAsStream(TABLE)) {
            return JSON.readValue(file, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Advice with its pages, as senders reach them. */
    private record Given(Advice advice, List<HelpfulPage> pages) {}

    /** @param about for whoever edits it */
    record Table(String about, Map<String, List<Condition>> conditions, List<Advice> guidance) {}
}

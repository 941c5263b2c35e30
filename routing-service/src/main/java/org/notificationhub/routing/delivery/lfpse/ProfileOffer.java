package org.notificationhub.routing.delivery.lfpse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.background.Rounds;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.AuthorityHttp;

/**
 * Whether LfPSE takes events of the version that this hub writes, as its metadata say. Asked at start and now and
 * then; whatever the answer, nothing waits for it.
 */
@ApplicationScoped
public class ProfileOffer {

    private static final Logger LOG = Logger.getLogger(ProfileOffer.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RoutingConfig.Lfpse config;
    private final AuthorityHttp http;
    private final String profile;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Rounds rounds =
            new Rounds("lfpse-metadata", "What LfPSE says of itself could not be read", this::ask);

    private volatile Offer offer;

    /** @param isOffered null where nobody has answered yet */
    public record Offer(String taxonomy, String profile, Boolean isOffered, Instant askedAt) {}

    ProfileOffer(RoutingConfig config, AuthorityHttp http, Lfpse lfpse, MeterRegistry metrics, Clock clock) {
        this.config = config.lfpse();
        this.http = http;
        this.profile = lfpse.version().profile();
        this.metrics = metrics;
        this.clock = clock;
        this.offer = offer(null, null);
    }

    void start(@Observes StartupEvent started) {
        Gauge.builder("hub_lfpse_profile_offered", this, ProfileOffer::asNumber).register(metrics);
        rounds.start(Duration.ZERO, config.metadataEvery());
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.close();
    }

    public Offer now() {
        return offer;
    }

    void ask() {
        http.ask(request(), config.timeout()).ifPresent(this::learn);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create(config.url() + config.metadataPath()))
                .header("Ocp-Apim-Subscription-Key", config.subscriptionKey())
                .header("Accept", "application/fhir+json, application/json")
                .build();
    }

    private void learn(HttpResponse<String> response) {
        var statement = parse(response.body());
        if (response.statusCode() != 200
                || !statement.path("resourceType").asText().equals("CapabilityStatement")) {
            return;
        }
        var before = offer;
        offer = offer(profiles(statement).anyMatch(profile::equals), clock.instant());
        if (!offer.isOffered() && !Boolean.FALSE.equals(before.isOffered())) {
            warn();
        }
    }

    private static void warn() {
        MDC.put("event.action", "lfpse-profile-not-offered");
        LOG.warn(
                "LfPSE does not offer the version of its profile that this hub writes, and may refuse every report. Set"
                        + " hub.lfpse.taxonomy to a version that its metadata name, or ask the LfPSE team when the other one comes");
        MDC.remove("event.action");
    }

    /** One entry for each version on offer. STU3 writes a reference where R4 writes the URL itself; either may name a version. */
    private static Stream<String> profiles(JsonNode statement) {
        return each(statement.path("rest"))
                .flatMap(rest -> each(rest.path("resource")))
                .filter(resource -> resource.path("type").asText().equals("AdverseEvent"))
                .flatMap(resource ->
                        Stream.concat(Stream.of(resource.path("profile")), each(resource.path("supportedProfile"))))
                .map(named -> named.isObject() ? named.path("reference") : named)
                .map(named -> named.asText().split("\\|")[0]);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private Offer offer(Boolean isOffered, Instant askedAt) {
        return new Offer(config.taxonomy(), profile, isOffered, askedAt);
    }

    /** 1 for yes, 0 for no; no number until LfPSE has answered. */
    private double asNumber() {
        var isOffered = offer.isOffered();
        return isOffered == null ? Double.NaN : isOffered ? 1 : 0;
    }
}

package org.notificationhub.routing.delivery.lfpse;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.Answer;
import org.notificationhub.routing.delivery.AuthorityHttp;
import org.notificationhub.routing.delivery.Channel;
import org.notificationhub.routing.delivery.Dispatch;
import org.notificationhub.routing.rule.Authority;

/** FHIR R4 over HTTPS with a subscription key. LfPSE knows no idempotency key: an event sent twice is recorded twice. */
@ApplicationScoped
public class LfpseChannel implements Channel {

    private static final String EVENTS = "/adverse-event/fhir/AdverseEvent";

    private final RoutingConfig.Lfpse config;
    private final AuthorityHttp http;
    private final AdverseEventWriter writer;

    LfpseChannel(RoutingConfig config, AuthorityHttp http, AdverseEventWriter writer) {
        this.config = config.lfpse();
        this.http = http;
        this.writer = writer;
    }

    @Override
    public String name() {
        return "fhir";
    }

    @Override
    public Authority authority() {
        return Authority.LFPSE;
    }

    @Override
    public Answer send(Dispatch dispatch) {
        var id = dispatch.earlierReference();
        return switch (dispatch.action()) {
            case SUBMIT -> change(request(dispatch, EVENTS).POST(event(dispatch)), null);
            case AMEND -> change(request(dispatch, at(id)).PUT(event(dispatch)), id);
            case WITHDRAW ->
                http.send(
                        request(dispatch, at(id)).DELETE().build(),
                        config.timeout(),
                        response -> LfpseAnswer.of(response).toWithdrawal(id));
        };
    }

    private Answer change(HttpRequest.Builder request, String id) {
        request.header("Content-Type", config.contentType())
                .header("Accept", "application/fhir+json, application/json");
        return http.send(
                request.build(),
                config.timeout(),
                response -> LfpseAnswer.of(response).toChange(id));
    }

    private HttpRequest.Builder request(Dispatch dispatch, String path) {
        return AuthorityHttp.request(dispatch)
                .uri(URI.create(config.url() + path))
                .header("Ocp-Apim-Subscription-Key", config.subscriptionKey());
    }

    private HttpRequest.BodyPublisher event(Dispatch dispatch) {
        return BodyPublishers.ofString(writer.write(dispatch.content(), dispatch.cqcCriterion()));
    }

    private static String at(String id) {
        if (id == null) {
            throw new IllegalArgumentException("only what LfPSE has accepted can be amended or withdrawn");
        }
        return EVENTS + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}

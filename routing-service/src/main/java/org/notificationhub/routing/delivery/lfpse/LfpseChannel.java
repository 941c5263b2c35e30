package org.notificationhub.routing.delivery.lfpse;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.notificationhub.lfpse.Fault;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.Answer;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.delivery.Answer.Rejected;
import org.notificationhub.routing.delivery.AuthorityHttp;
import org.notificationhub.routing.delivery.Channel;
import org.notificationhub.routing.delivery.Dispatch;
import org.notificationhub.routing.rule.Authority;

/**
 * FHIR over HTTPS with a subscription key. LfPSE knows no idempotency key: an event sent twice is recorded twice. What it
 * would refuse by its own rules is not sent.
 */
@ApplicationScoped
public class LfpseChannel implements Channel {

    private static final int MOST_TOLD = 20;
    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_.:'()\\[\\]= -]{1,200}");

    private final RoutingConfig.Lfpse config;
    private final AuthorityHttp http;
    private final Lfpse lfpse;

    LfpseChannel(RoutingConfig config, AuthorityHttp http, Lfpse lfpse) {
        this.config = config.lfpse();
        this.http = http;
        this.lfpse = lfpse;
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
        return switch (dispatch.action()) {
            case SUBMIT -> tell(dispatch, null);
            case AMEND -> tell(dispatch, known(dispatch));
            case WITHDRAW -> withdraw(dispatch, known(dispatch));
        };
    }

    /** @param id of the record that it changes; null for a new one */
    private Answer tell(Dispatch dispatch, String id) {
        var reported = ReportedEvent.of(dispatch);
        var event = lfpse.write(reported);
        var faults = lfpse.validate(event);
        if (Fault.anyRefuses(faults)) {
            return Rejected.unsent(broken(faults));
        }
        var sent = reported.event().has("CqcNotify") ? null : new CqcFlag(false, null);
        var body = BodyPublishers.ofString(event);
        var request = id == null
                ? request(dispatch, config.eventsPath()).POST(body)
                : request(dispatch, at(id)).PUT(body);
        request.header("Content-Type", config.contentType())
                .header("Accept", "application/fhir+json, application/json");
        return http.send(
                request.build(),
                config.timeout(),
                response -> LfpseAnswer.of(response).toChange(id, sent));
    }

    private Answer withdraw(Dispatch dispatch, String id) {
        return http.send(
                request(dispatch, at(id)).DELETE().build(),
                config.timeout(),
                response -> LfpseAnswer.of(response).toWithdrawal(id));
    }

    /** Which rules, and where: codes and the taxonomy's own names, never what the sender wrote. */
    private static String broken(List<Fault> faults) {
        return faults.stream()
                .filter(Fault::refuses)
                .map(fault -> fault.rule() + " at " + fault.location())
                .map(broken -> CODES.matcher(broken).matches() ? broken : "a rule that cannot be told")
                .distinct()
                .limit(MOST_TOLD)
                .collect(Collectors.joining("; ", "LFPSE_RULES ", ""));
    }

    private HttpRequest.Builder request(Dispatch dispatch, String path) {
        return AuthorityHttp.request(dispatch)
                .uri(URI.create(config.url() + path))
                .header("Ocp-Apim-Subscription-Key", config.subscriptionKey());
    }

    private String at(String id) {
        return config.eventsPath() + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String known(Dispatch dispatch) {
        if (dispatch.earlierReference() == null) {
            throw new IllegalArgumentException("only what LfPSE has accepted can be amended or withdrawn");
        }
        return dispatch.earlierReference();
    }
}

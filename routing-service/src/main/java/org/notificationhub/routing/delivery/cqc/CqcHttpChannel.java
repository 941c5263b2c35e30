package org.notificationhub.routing.delivery.cqc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.notificationhub.events.WireJson;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.Answer;
import org.notificationhub.routing.delivery.AuthorityHttp;
import org.notificationhub.routing.delivery.Channel;
import org.notificationhub.routing.delivery.Dispatch;
import org.notificationhub.routing.rule.Authority;

/** JSON over HTTP: to the sandbox, and to any gateway that CQC may offer. CQC itself has a portal and forms only. */
@ApplicationScoped
public class CqcHttpChannel implements Channel {

    private final RoutingConfig.Cqc config;
    private final AuthorityHttp http;
    private final ObjectMapper json = WireJson.tolerantReader();

    CqcHttpChannel(RoutingConfig config, AuthorityHttp http) {
        this.config = config.cqc();
        this.http = http;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Authority authority() {
        return Authority.CQC;
    }

    /** The delivery id is the Idempotency-Key: tried again, it is the same notification. */
    @Override
    public Answer send(Dispatch dispatch) {
        var request = AuthorityHttp.request(dispatch)
                .uri(URI.create(config.url() + "/cqc/notifications"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", dispatch.deliveryId().toString())
                .POST(HttpRequest.BodyPublishers.ofString(write(dispatch)))
                .build();
        return http.send(request, config.timeout(), this::read);
    }

    private Answer read(HttpResponse<String> response) {
        var status = "HTTP_" + response.statusCode();
        if (response.statusCode() / 100 != 2) {
            return new Answer.Rejected(status);
        }
        var reference = reference(response.body());
        return reference == null
                ? new Answer.NoAnswer(status + " WITHOUT_REFERENCE")
                : new Answer.Accepted(reference, null, null, List.of(), null);
    }

    private String reference(String body) {
        try {
            return json.readTree(body).path("reference").textValue();
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private String write(Dispatch dispatch) {
        try {
            return json.writeValueAsString(CqcNotification.of(dispatch));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notification came as JSON and can be written as JSON", e);
        }
    }
}

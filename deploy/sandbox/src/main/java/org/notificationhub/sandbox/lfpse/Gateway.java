package org.notificationhub.sandbox.lfpse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.notificationhub.sandbox.Reply;
import org.notificationhub.sandbox.SandboxConfig;

/** The API gateway in front of LfPSE: it checks the subscription key and answers in plain JSON. */
@ApplicationScoped
class Gateway {

    static final String KEY = "Ocp-Apim-Subscription-Key";

    private final SandboxConfig config;

    Gateway(SandboxConfig config) {
        this.config = config;
    }

    boolean admits(String key) {
        return key != null && MessageDigest.isEqual(bytes(key), bytes(config.subscriptionKey()));
    }

    static Reply refusal() {
        return answer(401, "Access denied: send a valid subscription key")
                .with(HttpHeaders.WWW_AUTHENTICATE, "AzureApiManagementKey name=\"" + KEY + "\",type=\"header\"");
    }

    static Reply answer(int status, String message) {
        var body =
                JsonNodeFactory.instance.objectNode().put("statusCode", status).put("message", message);
        return Reply.unchanged(status, MediaType.APPLICATION_JSON, body.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

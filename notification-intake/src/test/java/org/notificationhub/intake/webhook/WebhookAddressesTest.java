package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.http.Fault;
import org.notificationhub.intake.webhook.WebhookAddresses.AddressRefused;

class WebhookAddressesTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "public.example", List.of("8.8.8.8"),
            "inside.example", List.of("10.0.0.7"),
            "both.example", List.of("8.8.8.8", "127.0.0.1"),
            "metadata.example", List.of("169.254.169.254"));

    private final WebhookAddresses publicOnly = new WebhookAddresses(false, WebhookAddressesTest::lookUp);
    private final WebhookAddresses privateToo = new WebhookAddresses(true, WebhookAddressesTest::lookUp);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://public.example/hook",
                "https://public.example",
                "https://public.example:8443/hook?key=1",
                "https://8.8.8.8/hook"
            })
    void aPublicReceiverMayBeRegistered(String url) {
        assertThat(publicOnly.fault(url)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            hook,                                   NOT_A_URL
            /v1/hook,                               NOT_A_URL
            https:///hook,                          NOT_A_URL
            https://public.example/a b,             NOT_A_URL
            https://public.example/hook#part,       NOT_A_URL
            http://public.example/hook,             NOT_HTTPS
            ftp://public.example/hook,              NOT_HTTPS
            file:///etc/passwd,                     NOT_A_URL
            https://me:secret@public.example/hook,  CREDENTIALS_IN_URL
            https://public.example:22/hook,         PORT_NOT_ALLOWED
            https://public.example:0/hook,          PORT_NOT_ALLOWED
            https://nobody.example/hook,            HOST_UNKNOWN
            https://inside.example/hook,            ADDRESS_NOT_ALLOWED
            https://both.example/hook,              ADDRESS_NOT_ALLOWED
            https://metadata.example/hook,          ADDRESS_NOT_ALLOWED
            https://127.0.0.1/hook,                 ADDRESS_NOT_ALLOWED
            https://127.1/hook,                     NOT_A_URL
            https://2130706433/hook,                ADDRESS_NOT_ALLOWED
            https://[::1]/hook,                     ADDRESS_NOT_ALLOWED
            https://[::ffff:127.0.0.1]/hook,        ADDRESS_NOT_ALLOWED
            """)
    void whatTheHubDoesNotSendToIsRefused(String url, String code) {
        assertThat(publicOnly.fault(url)).map(Fault::code).contains(code);
    }

    @Test
    void whereItIsConfiguredAReceiverMayBeOnThisMachine() {
        assertThat(privateToo.fault("http://127.0.0.1:9000/hook")).isEmpty();
        assertThat(privateToo.fault("http://inside.example/hook")).isEmpty();
    }

    @Test
    void aCloudsCredentialsAreNeverAReceiver() {
        assertThat(privateToo.fault("http://169.254.169.254/latest/meta-data"))
                .map(Fault::code)
                .contains("ADDRESS_NOT_ALLOWED");
        assertThat(privateToo.fault("http://metadata.example/latest/meta-data"))
                .map(Fault::code)
                .contains("ADDRESS_NOT_ALLOWED");
    }

    @Test
    void aNameThatLeadsInsideLaterIsRefusedWhenSendingAndLookedUpOnlyOnce() throws Exception {
        var answers = new ArrayList<>(List.of("8.8.8.8", "10.0.0.7"));
        var addresses = new WebhookAddresses(false, host -> literal(answers.remove(0)));
        var url = URI.create("https://public.example/hook");

        assertThat(addresses.of(url)).isEqualTo(InetAddress.getByName("8.8.8.8"));
        assertThatThrownBy(() -> addresses.of(url)).isInstanceOf(AddressRefused.class);
        assertThat(answers).isEmpty();
    }

    private static InetAddress[] lookUp(String host) throws UnknownHostException {
        var known = NAMES.get(host);
        if (known == null && host.endsWith(".example")) {
            throw new UnknownHostException();
        }
        return literal((known == null ? List.of(host) : known).toArray(String[]::new));
    }

    private static InetAddress[] literal(String... addresses) throws UnknownHostException {
        var found = new InetAddress[addresses.length];
        for (var n = 0; n < found.length; n++) {
            found[n] = InetAddress.getByName(addresses[n]);
        }
        return found;
    }
}

package org.notificationhub.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.notificationhub.http.Fault;
import org.notificationhub.intake.IntakeConfig;

/**
 * Where the hub may send to. A subscriber chooses the address, so without this the hub would knock at doors of its own network
 * for anyone with a token. A name is looked up when it is registered and again at every sending: it may point elsewhere by
 * then. The hub connects to the address that was checked here, never to the outcome of another look-up.
 */
@ApplicationScoped
public class WebhookAddresses {

    private static final int LONGEST_URL = 2_000;
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    private final boolean privateAllowed;
    private final HostLookup lookup;

    @Inject
    WebhookAddresses(IntakeConfig config) {
        this(config.webhooks().privateAddresses(), InetAddress::getAllByName);
    }

    WebhookAddresses(boolean privateAllowed, HostLookup lookup) {
        this.privateAllowed = privateAllowed;
        this.lookup = lookup;
    }

    /** What is wrong with registering {@code url}. */
    Optional<Fault> fault(String url) {
        return faultOfForm(url).or(() -> faultOfHost(URI.create(url)));
    }

    /** Where to connect to now. */
    InetAddress of(URI url) throws UnknownHostException, AddressRefused {
        var addresses = lookup.addresses(host(url));
        if (!Stream.of(addresses).allMatch(this::isAllowed)) {
            throw new AddressRefused();
        }
        return addresses[0];
    }

    private boolean isAllowed(InetAddress address) {
        return switch (Reach.of(address)) {
            case PUBLIC -> true;
            case PRIVATE -> privateAllowed;
            case NONE -> false;
        };
    }

    private Optional<Fault> faultOfHost(URI url) {
        try {
            of(url);
            return Optional.empty();
        } catch (UnknownHostException e) {
            return fault("HOST_UNKNOWN", "Use a host whose name can be looked up from here");
        } catch (AddressRefused e) {
            return fault(
                    "ADDRESS_NOT_ALLOWED",
                    "Use a host with public addresses only: the hub does not send into private networks");
        }
    }

    private Optional<Fault> faultOfForm(String url) {
        try {
            var read = new URI(url);
            if (url.length() > LONGEST_URL || read.getHost() == null || read.getRawFragment() != null) {
                return notAUrl();
            }
            if (!"https".equals(read.getScheme()) && !(privateAllowed && "http".equals(read.getScheme()))) {
                return fault("NOT_HTTPS", "Use a URL that begins with https://");
            }
            if (read.getRawUserInfo() != null) {
                return fault("CREDENTIALS_IN_URL", "Leave out user and password: the signature says who sends");
            }
            var isUsual = Stream.of(-1, 80, 443).anyMatch(port -> port == read.getPort());
            return isUsual || read.getPort() >= FIRST_UNPRIVILEGED_PORT
                    ? Optional.empty()
                    : fault("PORT_NOT_ALLOWED", "Use port 443, or one from " + FIRST_UNPRIVILEGED_PORT + " up");
        } catch (URISyntaxException e) {
            return notAUrl();
        }
    }

    private static Optional<Fault> notAUrl() {
        return fault(
                "NOT_A_URL",
                "Use an absolute URL in ASCII with a host and without a fragment, at most " + LONGEST_URL
                        + " characters long");
    }

    private static Optional<Fault> fault(String code, String detail) {
        return Optional.of(new Fault("/url", code, detail));
    }

    private static String host(URI url) {
        return url.getHost().replaceAll("^\\[|]$", "");
    }

    /** As {@link InetAddress#getAllByName}. */
    interface HostLookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    static final class AddressRefused extends Exception {}
}

package dev.remit.gateway.proxy;

import java.net.URI;
import java.util.Set;

/**
 * A service behind the gateway.
 *
 * @param name    its part of the path: {@code /api/<name>/…}
 * @param address its scheme, host and port
 */
public record Service(String name, URI address) {

    public Service {
        var path = address.getRawPath();
        boolean bare = (path == null || path.isEmpty() || path.equals("/"))
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
        if (!bare || address.getHost() == null || !Set.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException(
                    "The address of %s must be http(s)://host:port and nothing else, not %s".formatted(name, address));
        }
    }

    public boolean tls() {
        return address.getScheme().equals("https");
    }

    public int port() {
        return address.getPort() != -1 ? address.getPort() : tls() ? 443 : 80;
    }

    public String host() {
        return address.getHost();
    }

    /** What an absolute address of this service begins with in an answer. */
    String origin() {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}

package dev.remit.notifications.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a request goes to, as its address spells it; nothing is looked up yet.
 *
 * @param host a name in lower case, or an IP address in its plain form, without brackets
 * @param path with the query
 */
record Target(boolean secure, String host, int port, String path) {
    static final int LONGEST = 2_000;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    /** What some resolvers read as an IPv4 address: its last part is a number, in whatever base. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");

    static Target of(String address) throws UnfitTarget {
        URI uri = uri(address);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http")) {
            throw new UnfitTarget("must begin with https://");
        }
        if (uri.getRawUserInfo() != null) {
            throw new UnfitTarget("must not have a user name");
        }
        if (uri.getRawFragment() != null) {
            throw new UnfitTarget("must not have a fragment");
        }
        int port = uri.getPort() == -1 ? (secure ? HTTPS : HTTP) : uri.getPort();
        if (port < 1 || port > HIGHEST_PORT) {
            throw new UnfitTarget("must have a port of 1 to " + HIGHEST_PORT);
        }
        return new Target(secure, host(uri), port, path(uri));
    }

    private static URI uri(String address) throws UnfitTarget {
        if (address.length() > LONGEST) {
            throw new UnfitTarget("must have at most " + LONGEST + " characters");
        }
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new UnfitTarget("is no web address");
        }
    }

    private static String host(URI uri) throws UnfitTarget {
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw new UnfitTarget("must name a host, in the letters of ASCII");
        }
        if (host.startsWith("[")) {
            if (host.indexOf('%') >= 0) {
                throw new UnfitTarget("must not name a network interface");
            }
            return host.substring(1, host.length() - 1);
        }
        if (host.endsWith(".")) {
            throw new UnfitTarget("must not end its host with a dot");
        }
        if (ENDS_IN_NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
            throw new UnfitTarget("must spell an IPv4 address as four numbers of 0 to 255");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Whether the host is an IP address, for which no name server is asked. */
    boolean isLiteral() {
        return host.indexOf(':') >= 0 || DOTTED_QUAD.matcher(host).matches();
    }

    /** Whose load counts together: whatever is behind one host and port. */
    String receiver() {
        return host + ":" + port;
    }
}

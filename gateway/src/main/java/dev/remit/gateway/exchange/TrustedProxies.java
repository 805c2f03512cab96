package dev.remit.gateway.exchange;

import dev.remit.gateway.GatewayConfig;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The proxies in front of the gateway whose word is taken for where a request comes from. Each proxy writes whom it has the
 * request from on the right of {@code X-Forwarded-For}, so the field is read from there, as far as these proxies wrote it;
 * what stands further left anybody may have made up.
 */
@Singleton
class TrustedProxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final List<IpSubnetFilterRule> networks;

    TrustedProxies(GatewayConfig config) {
        networks = config.trustedProxies().orElse(List.of()).stream()
                .map(TrustedProxies::network)
                .toList();
    }

    Origin originOf(HttpServerRequest request) {
        String from = request.remoteAddress().hostAddress();
        InetAddress peer = networks.isEmpty() ? null : address(from);
        if (peer == null || !isTrusted(peer)) {
            return new Origin(from, request.scheme());
        }
        String scheme = last(values(request, FORWARDED_PROTO));
        return new Origin(
                sender(peer, values(request, FORWARDED_FOR)).getHostAddress(),
                SCHEMES.contains(scheme) ? scheme : request.scheme());
    }

    private InetAddress sender(InetAddress proxy, List<String> forwardedFor) {
        InetAddress sender = proxy;
        for (String told : forwardedFor.reversed()) {
            InetAddress before = isTrusted(sender) ? address(told) : null;
            if (before == null) {
                return sender;
            }
            sender = before;
        }
        return sender;
    }

    private boolean isTrusted(InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(new InetSocketAddress(address, 0)));
    }

    private static List<String> values(HttpServerRequest request, String field) {
        return request.headers().getAll(field).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String last(List<String> values) {
        return values.isEmpty() ? "" : values.getLast();
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = address(parts[0]);
        if (address == null || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
            throw new IllegalArgumentException(
                    "REMIT_GATEWAY_TRUSTED_PROXIES has " + text + ", which is neither an address nor address/bits");
        }
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }

    /** An address that is written as such; null for anything else, names among them. */
    private static InetAddress address(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

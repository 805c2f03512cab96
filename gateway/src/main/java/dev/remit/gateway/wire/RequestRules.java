package dev.remit.gateway.wire;

import dev.remit.gateway.exchange.RequestPath;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.impl.HttpUtils;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the head of every request must be like, so that whoever reads it after us reads the same. */
final class RequestRules {

    private static final Set<String> NOT_TO_BE_DROPPED = Set.of("content-length", "transfer-encoding", "host");

    private RequestRules() {}

    /** The first rule that the head breaks; empty if it keeps them all. */
    static Optional<Refusal> brokenBy(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(unreadable(request.decoderResult().cause()));
        }
        HttpHeaders fields = request.headers();
        if (!areFields(fields)) {
            return Optional.of(Refusal.UNREADABLE);
        }
        if (!isVersion1(request.protocolVersion())) {
            return Optional.of(Refusal.VERSION);
        }
        if (!isPathOrUrl(request.uri())) {
            return Optional.of(Refusal.TARGET);
        }
        if (!RequestPath.isAddress(path(request.uri())) || !isUri(request.uri())) {
            return Optional.of(Refusal.ADDRESS);
        }
        if (!hasOneHost(request)) {
            return Optional.of(Refusal.HOST);
        }
        List<String> codings = fields.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (codings.size() > 1 || (codings.size() == 1 && !codings.getFirst().equalsIgnoreCase("chunked"))) {
            return Optional.of(Refusal.FRAMING);
        }
        List<String> expectations = fields.getAll(HttpHeaderNames.EXPECT);
        if (expectations.size() > 1
                || (expectations.size() == 1 && !expectations.getFirst().equalsIgnoreCase("100-continue"))) {
            return Optional.of(Refusal.EXPECTATION);
        }
        return dropsWhatItMustNot(fields) ? Optional.of(Refusal.CONNECTION) : Optional.empty();
    }

    private static Refusal unreadable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Refusal.ADDRESS_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? Refusal.FIELDS_TOO_LARGE : Refusal.UNREADABLE;
    }

    /** Whether names are names and no value has a control character in it. Asked once, here: {@link dev.remit.gateway.Main}. */
    private static boolean areFields(HttpHeaders fields) {
        try {
            for (Map.Entry<String, String> field : fields) {
                HttpUtils.validateHeader(field.getKey(), field.getValue());
            }
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean isVersion1(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    private static boolean isPathOrUrl(String target) {
        return target.startsWith("/")
                || target.regionMatches(true, 0, "http://", 0, 7)
                || target.regionMatches(true, 0, "https://", 0, 8);
    }

    /** What is none gets a bare answer from Quarkus. */
    private static boolean isUri(String target) {
        try {
            return !new URI(target).toString().isEmpty();
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** The path of a target that is a path or a URL. */
    private static String path(String target) {
        int from = target.startsWith("/") ? 0 : target.indexOf('/', target.indexOf("://") + 3);
        if (from < 0) {
            return "/";
        }
        int query = target.indexOf('?', from);
        return query < 0 ? target.substring(from) : target.substring(from, query);
    }

    private static boolean hasOneHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return hosts.isEmpty()
                ? request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                : hosts.size() == 1
                        && !hosts.getFirst().isEmpty()
                        && HostAndPort.parseAuthority(hosts.getFirst(), -1) != null;
    }

    private static boolean dropsWhatItMustNot(HttpHeaders fields) {
        for (String value : fields.getAll(HttpHeaderNames.CONNECTION)) {
            for (String name : value.split(",")) {
                if (NOT_TO_BE_DROPPED.contains(name.strip().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }
}

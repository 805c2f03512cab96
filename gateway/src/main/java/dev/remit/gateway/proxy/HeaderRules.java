package dev.remit.gateway.proxy;

import dev.remit.gateway.exchange.CodedTags;
import dev.remit.gateway.exchange.Envelope;
import dev.remit.gateway.exchange.Exchange;
import io.netty.util.AsciiString;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which header fields cross the gateway, in each direction. */
final class HeaderRules {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Fields by which some server or other can be told who calls, from where, or what is meant instead. */
    private static final Set<String> NOT_FROM_OUTSIDE = Set.of(
            "baggage",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "remote-user",
            "traceparent",
            "tracestate",
            "via",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-url",
            "x-real-ip",
            "x-remote-user",
            "x-rewrite-url");

    private static final List<String> NOT_FROM_OUTSIDE_PREFIXES =
            List.of("x-forwarded-", "x-user", "x-tenant", "x-remit-", "x-auth-", "x-authenticated-");

    /** Of the date the gateway tells its own, as an origin does: one that is passed on is parsed and written anew. */
    private static final Set<String> NOT_FROM_INSIDE = Set.of("date", "server", "via", "x-powered-by");

    private static final TextMapPropagator TRACE = W3CTraceContextPropagator.getInstance();
    private static final List<CharSequence> TAGS = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence CONTENT_LOCATION = HttpHeaders.createOptimized("Content-Location");
    private static final CharSequence NO_CODING = HttpHeaders.createOptimized("identity");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    /** A page of a service has its styles with it, loads nothing and runs nothing. */
    private static final CharSequence PAGE = HttpHeaders.createOptimized(
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox");

    private static final int NOT_MODIFIED = 304;

    private HeaderRules() {}

    /**
     * Makes a caller's fields fit for a service: only what the caller may say, and what the gateway knows.
     */
    static void inbound(MultiMap headers, HttpServerRequest request, Exchange exchange) {
        removeNominated(headers);
        removeIf(headers, name -> isNotFromOutside(name.toLowerCase(Locale.ROOT).replace('_', '-')));
        headers.set(FORWARDED_FOR, exchange.origin().address());
        headers.set(FORWARDED_PROTO, exchange.origin().scheme());
        if (request.authority() != null) {
            headers.set(FORWARDED_HOST, request.authority().toString());
        }
        headers.set(Envelope.REQUEST_ID, exchange.requestId());
        writeAtOnce(headers, HttpHeaders.AUTHORIZATION);
        TRACE.inject(exchange.trace(), headers, MultiMap::set);
        // What goes out is compressed here, and once.
        headers.set(HttpHeaders.ACCEPT_ENCODING, NO_CODING);
        for (CharSequence name : TAGS) {
            if (headers.contains(name)) {
                headers.set(
                        name,
                        headers.getAll(name).stream()
                                .<CharSequence>map(CodedTags::plain)
                                .toList());
            }
        }
    }

    /** Gives a long value the form in which it is copied as a whole: the connection would write a string character by character. */
    private static void writeAtOnce(MultiMap headers, CharSequence name) {
        String value = headers.get(name);
        if (value != null) {
            headers.set(name, new AsciiString(value.getBytes(StandardCharsets.ISO_8859_1), false));
        }
    }

    /** Goes through the fields as they are: their names as a set would be sorted first. */
    private static void removeIf(MultiMap headers, Predicate<String> unwanted) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> field : headers) {
            if (unwanted.test(field.getKey())) {
                names.add(field.getKey());
            }
        }
        names.forEach(headers::remove);
    }

    private static boolean isNotFromOutside(String name) {
        if (HOP_BY_HOP.contains(name) || NOT_FROM_OUTSIDE.contains(name)) {
            return true;
        }
        for (String prefix : NOT_FROM_OUTSIDE_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Names in a 304 the form of the answer that the caller has. */
    static void nameKnownForm(ProxyResponse answer, String ifNoneMatch) {
        String tag = answer.headers().get(HttpHeaders.ETAG);
        if (answer.getStatusCode() == NOT_MODIFIED && tag != null && ifNoneMatch != null) {
            answer.headers().set(HttpHeaders.ETAG, CodedTags.asKnown(tag, ifNoneMatch));
            answer.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    /**
     * Makes a service's fields fit for the caller.
     *
     * @param ours what the gateway has said already, which the service does not overrule
     */
    static void outbound(MultiMap headers, MultiMap ours, Service service) {
        removeNominated(headers);
        removeIf(headers, name -> isNotFromInside(name.toLowerCase(Locale.ROOT)) || ours.contains(name));
        if (isPage(headers) && Envelope.NO_PAGE.toString().equals(ours.get(Envelope.CONTENT_SECURITY_POLICY))) {
            ours.set(Envelope.CONTENT_SECURITY_POLICY, PAGE);
        }
        hideAddress(headers, HttpHeaders.LOCATION, service);
        hideAddress(headers, CONTENT_LOCATION, service);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }

    private static boolean isPage(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/html");
    }

    private static boolean isNotFromInside(String name) {
        return HOP_BY_HOP.contains(name) || NOT_FROM_INSIDE.contains(name);
    }

    /** Removes what the Connection field names, which is for this connection alone. */
    private static void removeNominated(MultiMap headers) {
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String part : value.split(",")) {
                String name = part.strip();
                if (!name.isEmpty() && !name.equalsIgnoreCase("content-length")) {
                    headers.remove(name);
                }
            }
        }
    }

    private static void hideAddress(MultiMap headers, CharSequence name, Service service) {
        String value = headers.get(name);
        if (value != null && value.startsWith(service.origin() + "/")) {
            headers.set(name, value.substring(service.origin().length()));
        }
    }
}

package dev.remit.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which answers are compressed: those to reads, of a form that compresses, and not tiny ones. An answer to a request that
 * changes something may show a secret once, as the key of a new connection does, beside text that its caller chose; the length
 * of a compressed answer would tell how much of it is alike (BREACH).
 */
public final class Compression {

    /** Less fits into one packet as it is. */
    private static final long LEAST_BYTES = 1024;

    private static final Set<String> TYPES = Set.of(
            "application/json",
            "application/x-ndjson",
            "text/css",
            "text/csv",
            "text/html",
            "text/javascript",
            "text/plain");

    private Compression() {}

    /**
     * Says in an answer's header fields how its body goes out.
     *
     * @param headers of the answer as it is, which are changed
     * @return what the body must be compressed with; empty where it goes as it is
     */
    public static Optional<Coding> choose(HttpServerRequest request, int status, MultiMap headers) {
        if (!helps(request.method(), status, headers)) {
            return Optional.empty();
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        Optional<Coding> chosen = Coding.of(request);
        chosen.ifPresent(coding -> {
            headers.set(HttpHeaders.CONTENT_ENCODING, coding.token());
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            String tag = headers.get(HttpHeaders.ETAG);
            if (tag != null) {
                headers.set(HttpHeaders.ETAG, CodedTags.coded(tag, coding));
            }
        });
        return chosen;
    }

    private static boolean helps(HttpMethod method, int status, MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return method.equals(HttpMethod.GET)
                && status == 200
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && type != null
                && TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                && (length == null || Long.parseLong(length) >= LEAST_BYTES);
    }
}

package dev.remit.kit.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The names under which a request is followed, on every log line and every hop. */
public final class Trace {
    public static final String REQUEST_ID_HEADER = "X-Request-Id";
    static final String TRACEPARENT_HEADER = "traceparent";

    static final String REQUEST_ID = "requestId";
    static final String TRACE_ID = "traceId";
    private static final String TENANT = "tenant";
    private static final String OPERATION = "operation";

    private static final Pattern SANE_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** The current request's id, or null outside a request. */
    public static String requestId() {
        return (String) MDC.get(REQUEST_ID);
    }

    /** Shows the tenant on log lines from here on; null takes it away. */
    public static void tenant(Object tenant) {
        if (tenant == null) {
            MDC.remove(TENANT);
        } else {
            MDC.put(TENANT, tenant.toString());
        }
    }

    /** What is being done: an operation's id in the API document, or the name of background work; null when not said. */
    public static String operation() {
        return (String) MDC.get(OPERATION);
    }

    /** Says what is done from here on; null takes it away. */
    public static void operation(String name) {
        if (name == null) {
            MDC.remove(OPERATION);
        } else {
            MDC.put(OPERATION, name);
        }
    }

    /** Starts following a piece of background work under new names, for no tenant yet. */
    public static void begin() {
        begin(null, null);
        tenant(null);
    }

    /** Starts following a request, with the caller's names where they are well formed, else with new ones. */
    static void begin(String requestId, String traceparent) {
        MDC.put(
                REQUEST_ID,
                requestId != null && SANE_REQUEST_ID.matcher(requestId).matches() ? requestId : hex(16));
        var given = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        MDC.put(TRACE_ID, given.matches() ? given.group(1) : hex(16));
    }

    /** The traceparent of a call that goes out: the same trace, a span of its own; null outside a request. */
    static String traceparent() {
        Object traceId = MDC.get(TRACE_ID);
        return traceId == null ? null : "00-" + traceId + "-" + hex(8) + "-01";
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

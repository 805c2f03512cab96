package dev.remit.kit.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The names under which a request is followed on log lines. The trace's own ids are put there by OpenTelemetry. */
public final class Trace {
    public static final String REQUEST_ID_HEADER = "X-Request-Id";

    private static final String REQUEST_ID = "requestId";
    private static final String TENANT = "tenant";
    private static final String OPERATION = "operation";

    private static final Pattern SANE_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int ID_BYTES = 16;
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

    /** Gives a request the id that its caller named, where that is well formed, else a new one. */
    static void requestId(String given) {
        MDC.put(REQUEST_ID, given != null && SANE_REQUEST_ID.matcher(given).matches() ? given : newRequestId());
    }

    private static String newRequestId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

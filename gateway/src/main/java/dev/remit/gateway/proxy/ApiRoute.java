package dev.remit.gateway.proxy;

import dev.remit.gateway.exchange.RequestPath;
import java.util.List;

/**
 * Where a request goes and under which rules.
 *
 * @param name      for the log
 * @param path      sent on as it came
 * @param bodyLimit in bytes
 */
record ApiRoute(String name, Service service, RequestPath path, Access access, long bodyLimit) {
    /** By what a request is let in. */
    enum Access {
        TOKEN,
        /** A PSA's callback, whose service checks it. */
        SIGNATURE,
        /** There is nothing to keep from anybody. */
        EVERYBODY
    }

    private static final List<String> LIVE_LIST = List.of("api", "tickets", "v1", "ticket-changes");

    /** Whether its answer goes on for as long as somebody looks. */
    boolean isStream() {
        return path.segments().equals(LIVE_LIST);
    }

    /** Whether it needs a token. */
    boolean guarded() {
        return access == Access.TOKEN;
    }
}

package dev.remit.gateway.openapi;

import dev.remit.gateway.proxy.Service;
import io.vertx.core.json.JsonObject;

/**
 * A service's own API document as far as it is known.
 *
 * @param document null when the service has not been reached yet
 * @param state    how far it can be relied on
 */
record ServiceDocument(Service service, JsonObject document, State state) {

    enum State {
        /** Read just now. */
        CURRENT,
        /** The service is not reached; this is what it last said. */
        LAST_SEEN,
        /** The service is not reached and never was. */
        MISSING
    }

    static ServiceDocument current(Service service, JsonObject document) {
        return new ServiceDocument(service, document, State.CURRENT);
    }

    static ServiceDocument unreached(Service service, JsonObject lastSeen) {
        return new ServiceDocument(service, lastSeen, lastSeen == null ? State.MISSING : State.LAST_SEEN);
    }
}

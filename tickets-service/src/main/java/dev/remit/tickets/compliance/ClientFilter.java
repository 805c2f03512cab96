package dev.remit.tickets.compliance;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Of whom a report is asked for. */
public class ClientFilter {
    /** Of this client alone. */
    @QueryParam("clientCode")
    String clientCode;

    /**
     * Holds the report to one client.
     *
     * @return whether that is what was asked for
     */
    boolean bindTo(String client) {
        boolean agrees = clientCode == null || clientCode.equals(client);
        clientCode = client;
        return agrees;
    }

    Optional<String> clientCode() {
        return Optional.ofNullable(clientCode);
    }
}

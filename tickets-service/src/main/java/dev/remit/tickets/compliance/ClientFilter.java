package dev.remit.tickets.compliance;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Of whom a report is asked for. */
public class ClientFilter {
    /** Of this client alone. */
    @QueryParam("clientCode")
    String clientCode;

    /** Empty for all clients. */
    public Optional<String> clientCode() {
        return Optional.ofNullable(clientCode);
    }
}

package dev.remit.tickets.clocks;

import dev.remit.tickets.contests.ContestState;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which contests to show. */
public class ContestFilter {
    /** Of this client alone. */
    @QueryParam("clientCode")
    @Size(max = 64)
    String clientCode;

    /** Only those that stand so. */
    @QueryParam("state")
    ContestState state;

    /**
     * Holds the list to one client.
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

    Optional<ContestState> state() {
        return Optional.ofNullable(state);
    }
}

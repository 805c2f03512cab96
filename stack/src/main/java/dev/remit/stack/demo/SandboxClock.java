package dev.remit.stack.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves the demo tenant's clock in every service. */
public final class SandboxClock {

    private static final List<String> SERVICES = List.of("contracts", "tickets", "billing", "notifications");

    private final RemitApi api;

    public SandboxClock(RemitApi api) {
        this.api = api;
    }

    /**
     * Moves the clock forward to {@code now}; a service that is there already, or further, stays where it is. One that has not
     * heard yet that the tenant is a sandbox is waited for.
     */
    public void moveTo(Instant now) {
        for (String service : SERVICES) {
            Await.until("the sandbox in " + service + "-service", () -> moved(service, now));
        }
    }

    private Optional<String> moved(String service, Instant now) {
        try {
            api.as("owner")
                    .post("/api/" + service + "/v1/sandbox/clock", Map.of("now", now.toString(), "confirm", true));
            return Optional.of(service);
        } catch (RemitApi.UnexpectedAnswer answer) {
            if (answer.isProblem("clock-backwards")) {
                return Optional.of(service);
            }
            if (answer.status() == 404) {
                return Optional.empty();
            }
            throw answer;
        }
    }
}

package dev.remit.stack.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Moves the demo tenant's clock in every service. */
public final class SandboxClock {

    private static final List<String> SERVICES = List.of("contracts", "tickets", "billing");

    private final RemitApi api;

    public SandboxClock(RemitApi api) {
        this.api = api;
    }

    /** Moves the clock forward to {@code now}; a service that is there already, or further, stays where it is. */
    public void moveTo(Instant now) {
        for (String service : SERVICES) {
            try {
                api.as("owner")
                        .post("/api/" + service + "/v1/sandbox/clock", Map.of("now", now.toString(), "confirm", true));
            } catch (RemitApi.UnexpectedAnswer answer) {
                if (!answer.isProblem("clock-backwards")) {
                    throw answer;
                }
            }
        }
    }
}

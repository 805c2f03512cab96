package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.ClockResult;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Of what the clocks behind the figures are listed. */
public class CycleFilter extends ComplianceFilter {
    /** Only those that came out so. */
    @QueryParam("result")
    ClockResult result;

    Optional<ClockResult> result() {
        return Optional.ofNullable(result);
    }
}

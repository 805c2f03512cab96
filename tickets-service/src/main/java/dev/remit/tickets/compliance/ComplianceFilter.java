package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.compliance.CompliancePromise;
import dev.remit.engines.sla.ClockKind;
import dev.remit.tickets.clocks.CountedCycles.Which;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Of what the figures are asked for. */
public class ComplianceFilter extends ReportFilter {
    /** Of tickets of this priority, in our words. */
    @QueryParam("priority")
    @Size(max = 100)
    String priority;

    /** Of this clock alone. */
    @QueryParam("clock")
    ClockKind clock;

    /** The same of all priorities and clocks. */
    public static ComplianceFilter of(ReportFilter filter) {
        ComplianceFilter all = new ComplianceFilter();
        all.period = filter.period;
        all.clientCode = filter.clientCode;
        return all;
    }

    /** @param clientId of the client that is asked for; null for all */
    public Which which(CompliancePeriod asked, UUID clientId) {
        return new Which(asked.first(), asked.last(), clientId, priority, clock);
    }

    /** Whether a promise is about the priority and the clock that are asked for. */
    boolean asksFor(CompliancePromise promise) {
        return (clock == null || clock == promise.clock())
                && (priority == null || promise.isAbout(promise.clock(), priority));
    }
}

package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.compliance.CompliancePromise;
import dev.remit.engines.compliance.PeriodLength;
import dev.remit.engines.sla.ClockKind;
import dev.remit.tickets.clocks.CountedCycles.Which;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Of what the figures are asked for. */
public class ComplianceFilter {
    /** A month as 2026-11, a quarter as 2026-Q4 or a year as 2026; the month that it is now by default. */
    @QueryParam("period")
    @Pattern(regexp = CompliancePeriod.FORM)
    String period;

    /** Of this client alone. */
    @QueryParam("clientCode")
    String clientCode;

    /** Of tickets of this priority, in our words. */
    @QueryParam("priority")
    @Size(max = 100)
    String priority;

    /** Of this clock alone. */
    @QueryParam("clock")
    ClockKind clock;

    /** What is asked for, by the month that it is now where no period is. */
    CompliancePeriod period(Instant now) {
        return period == null
                ? PeriodLength.MONTH.around(LocalDate.ofInstant(now, ZoneOffset.UTC))
                : CompliancePeriod.parse(period);
    }

    /**
     * Holds the figures to one client.
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

    /** @param clientId of the client that is asked for; null for all */
    Which which(CompliancePeriod asked, UUID clientId) {
        return new Which(asked.first(), asked.last(), clientId, priority, clock);
    }

    /** Whether a promise is about the priority and the clock that are asked for. */
    boolean asksFor(CompliancePromise promise) {
        return (clock == null || clock == promise.clock())
                && (priority == null || promise.isAbout(promise.clock(), priority));
    }
}

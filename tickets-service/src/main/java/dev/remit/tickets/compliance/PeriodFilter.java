package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.compliance.PeriodLength;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Of which period a report is asked for. */
public class PeriodFilter {
    /** A month as 2026-11, a quarter as 2026-Q4 or a year as 2026; the month that it is now by default. */
    @QueryParam("period")
    @Pattern(regexp = CompliancePeriod.FORM)
    String period;

    /** What is asked for, by the month that it is now where no period is. */
    public CompliancePeriod period(Instant now) {
        return period == null
                ? PeriodLength.MONTH.around(LocalDate.ofInstant(now, ZoneOffset.UTC))
                : CompliancePeriod.parse(period);
    }
}

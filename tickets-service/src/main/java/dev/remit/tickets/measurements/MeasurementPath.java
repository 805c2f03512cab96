package dev.remit.tickets.measurements;

import dev.remit.engines.compliance.CompliancePeriod;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PathParam;

/** Of what something was measured. */
public class MeasurementPath {
    /** The client's code. */
    @PathParam("code")
    @Size(max = 64)
    String code;

    /** The parameter's code, as the agreement has it. */
    @PathParam("parameter")
    @Size(max = 64)
    String parameter;

    /** The period of the parameter: a month as 2026-11, a quarter as 2026-Q4 or a year as 2026. */
    @PathParam("period")
    @Pattern(regexp = CompliancePeriod.FORM)
    String period;

    String clientCode() {
        return code;
    }

    String parameter() {
        return parameter;
    }

    CompliancePeriod period() {
        return CompliancePeriod.parse(period);
    }
}

package dev.remit.billing.extras;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Optional;

/** Of whose included work, and of when. */
public class IncludedFilter {
    /** Only of this client. */
    @QueryParam("clientCode")
    String clientCode;

    /** The month of the work, such as 2026-06; the present one at the client if absent. */
    @QueryParam("month")
    @Pattern(regexp = "^[12]\\d{3}-(?:0[1-9]|1[0-2])$")
    String month;

    Optional<YearMonth> month() {
        return Optional.ofNullable(month).map(YearMonth::parse);
    }
}

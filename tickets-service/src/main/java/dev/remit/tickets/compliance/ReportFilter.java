package dev.remit.tickets.compliance;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Of which period and whom a report is asked for. */
public class ReportFilter extends PeriodFilter {
    /** Of this client alone. */
    @QueryParam("clientCode")
    String clientCode;

    /** Of one client in a period. */
    public static ReportFilter of(String clientCode, PeriodFilter in) {
        ReportFilter one = new ReportFilter();
        one.period = in.period;
        one.clientCode = clientCode;
        return one;
    }

    /** Empty for all clients. */
    public Optional<String> clientCode() {
        return Optional.ofNullable(clientCode);
    }
}

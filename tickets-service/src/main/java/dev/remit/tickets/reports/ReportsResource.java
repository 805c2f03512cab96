package dev.remit.tickets.reports;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.csv.CsvDownload;
import dev.remit.kit.csv.CsvTable;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.tickets.compliance.ClientFilter;
import dev.remit.tickets.compliance.ReportFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is read of a period beside compliance. */
@Path("/api/tickets/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@AccessRecorded
@RolesAllowed({OWNER, SERVICE_DESK, FINANCE, CLIENT_APPROVER, AUDITOR})
@Tag(name = "Reports", description = "Whose time it was, how long it took, what came back, and what is open.")
class ReportsResource {
    private final Waits waits;
    private final Durations durations;
    private final Reopenings reopenings;
    private final Ageing ageing;

    ReportsResource(Waits waits, Durations durations, Reopenings reopenings, Ageing ageing) {
        this.waits = waits;
        this.durations = durations;
        this.reopenings = reopenings;
        this.ageing = ageing;
    }

    /**
     * Read what waiting costs. The seconds of a month, quarter or year in which tickets were open, by whose they were: the client's,
     * a supplier's, those of an awaited decision, also by approver, the MSP's, and those of closed hours; with how many tickets and
     * waits there were, and which wait lasted longest. Months begin at midnight in the agreement's zone.
     */
    @GET
    @Path("/waits")
    public WaitsView getWaits(@Valid @BeanParam ReportFilter filter) {
        return waits.read(filter);
    }

    /**
     * The same as a file. RFC 4180, UTF-8, with a header row and a row for each client and owner; of waits for decisions one for
     * each approver. A text that a spreadsheet would take for a formula begins with an apostrophe.
     */
    @GET
    @Path("/waits.csv")
    @Produces(CsvTable.TYPE)
    public RestResponse<byte[]> downloadWaits(@Valid @BeanParam ReportFilter filter) {
        WaitsView report = waits.read(filter);
        return CsvDownload.of("remit-waits-" + report.period(), WaitsCsv.write(report));
    }

    /**
     * Read how long answers and resolutions took. Of the tickets that were answered first or resolved in a month, quarter or year, the
     * working time that the clock had used: median, 80th and 95th percentile and how many lie in which band, by client, priority and
     * clock. A resolution after which the ticket went on counts when it is resolved at last.
     */
    @GET
    @Path("/durations")
    public DurationsView getDurations(@Valid @BeanParam ReportFilter filter) {
        return durations.read(filter);
    }

    /**
     * The same as a file. RFC 4180, UTF-8, with a header row and a row for each client, priority and clock.
     */
    @GET
    @Path("/durations.csv")
    @Produces(CsvTable.TYPE)
    public RestResponse<byte[]> downloadDurations(@Valid @BeanParam ReportFilter filter) {
        DurationsView report = durations.read(filter);
        return CsvDownload.of("remit-durations-" + report.period(), DurationsCsv.write(report));
    }

    /**
     * Read how many tickets came, were resolved and were reopened. Of a month, quarter or year, by client; of those that were resolved
     * in it, how many went on after that; and which tickets were reopened.
     */
    @GET
    @Path("/reopenings")
    public ReopeningsView getReopenings(@Valid @BeanParam ReportFilter filter) {
        return reopenings.read(filter);
    }

    /** Read how long tickets have been open. Those that are open now by their age, by client and priority, with the oldest. */
    @GET
    @Path("/ageing")
    public AgeingView getAgeing(@Valid @BeanParam ClientFilter filter) {
        return ageing.read(filter.clientCode());
    }
}

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
@Tag(name = "Reports", description = "Whose time it was.")
class ReportsResource {
    private final Waits waits;

    ReportsResource(Waits waits) {
        this.waits = waits;
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
}

package dev.remit.tickets.compliance;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.csv.CsvDownload;
import dev.remit.kit.csv.CsvTable;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How many targets were met. */
@Path("/api/tickets/v1")
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@AccessRecorded
@RolesAllowed({OWNER, SERVICE_DESK, FINANCE, CLIENT_APPROVER, AUDITOR})
@Tag(name = "Compliance", description = "How many of a period's targets were met, and what was promised of them.")
class ComplianceResource {
    private final ComplianceReports reports;
    private final Promises promises;

    ComplianceResource(ComplianceReports reports, Promises promises) {
        this.reports = reports;
        this.promises = promises;
    }

    /**
     * Read how many targets of a month, quarter or year were met. Of all clients, by priority and clock, with what was excused and
     * what was left out. A clock counts on the local date on which it ended in time or fell due, in its agreement's zone; a fact
     * that comes late corrects the figures.
     */
    @GET
    @Path("/compliance")
    public ComplianceView getCompliance(@Valid @BeanParam ComplianceFilter filter) {
        return reports.report(filter);
    }

    /**
     * The same figures as a file. RFC 4180, UTF-8, with a header row and a row for each client, priority and clock. A text that a
     * spreadsheet would take for a formula begins with an apostrophe.
     */
    @GET
    @Path("/compliance.csv")
    @Produces(CsvTable.TYPE)
    public RestResponse<byte[]> downloadCompliance(@Valid @BeanParam ComplianceFilter filter) {
        ComplianceView report = reports.report(filter);
        return CsvDownload.of("remit-compliance-" + report.period(), ComplianceCsv.write(report));
    }

    /** List the clocks behind the figures. Each with its ticket, by the dates on which they count. */
    @GET
    @Path("/compliance/cycles")
    public Page<CycleView> listCountedClocks(@Valid @BeanParam CycleFilter filter, @Valid @BeanParam Paging paging) {
        return reports.page(filter, paging);
    }

    /**
     * Read how what is promised over periods stands. Each promise over each of its periods that meets the one that is asked for: as
     * it is, and with the excuses that it allows; while the period is under way, with how many more targets may be missed.
     */
    @GET
    @Path("/compliance/promises")
    public PromisesView getCompliancePromises(@Valid @BeanParam ComplianceFilter filter) {
        return promises.read(filter);
    }
}

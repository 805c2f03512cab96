package dev.remit.tickets.reports;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.paper.Pages;
import dev.remit.tickets.compliance.PeriodFilter;
import dev.remit.tickets.compliance.ReportFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The page of a client's period. What is read for it is read at one moment, and put on paper after that. */
@Path("/api/tickets/v1/reports")
@AccessRecorded
@RolesAllowed({OWNER, SERVICE_DESK, FINANCE, CLIENT_APPROVER, AUDITOR})
@Tag(name = "Reports")
class ClientReportResource {
    private final ClientReport client;

    ClientReportResource(ClientReport client) {
        this.client = client;
    }

    /**
     * Fetch a client's month as a page to read and to print. Of a month, quarter or year, in plain words: promises kept and missed,
     * targets by priority, with excuses and what is left out, month by month, what was late and why, of 50 at most, whose the time was,
     * how long it took, what was reopened and what is open. A confidential ticket is named by its number alone. Whoever accepts
     * application/pdf and not HTML gets it on A4 paper; 406 if it is more than 512 KiB.
     *
     * @param code the client's code
     * @return the page, in HTML
     */
    @GET
    @Path("/clients/{code}")
    @Produces(MediaType.TEXT_HTML)
    @APIResponseSchema(String.class)
    public RestResponse<byte[]> getClientReport(String code, @Valid @BeanParam PeriodFilter period) {
        return Pages.html(client.html(ReportFilter.of(code, period)));
    }

    /** As a printer asks for it. */
    @GET
    @Path("/clients/{code}")
    @Produces(Pages.PDF + ";qs=0.5")
    @Operation(hidden = true)
    public RestResponse<byte[]> getClientReportAsPdf(String code, @Valid @BeanParam PeriodFilter period) {
        return ResponseBuilder.ok(client.pdf(client.html(ReportFilter.of(code, period))))
                .type(Pages.PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"remit-client-report.pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}

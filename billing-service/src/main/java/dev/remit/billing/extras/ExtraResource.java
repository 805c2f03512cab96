package dev.remit.billing.extras;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.FINANCE_PULL;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.evidence.EvidencePage;
import dev.remit.kit.evidence.EvidencePaging;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rated lines and the evidence behind them. */
@Path("/api/billing/v1/extras")
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@RolesAllowed({OWNER, FINANCE, SERVICE_DESK, AUDITOR, INTEGRATOR, FINANCE_PULL, CLIENT_APPROVER})
@AccessRecorded
@Tag(name = "Extras", description = "Out-of-scope work, rated line by line")
public class ExtraResource {
    private final ExtraViews views;
    private final Evidence evidence;

    ExtraResource(ExtraViews views, Evidence evidence) {
        this.views = views;
        this.evidence = evidence;
    }

    /**
     * Extras in the order of the work. By start of the work, then time entry, then line. A client's approver sees their
     * client's.
     */
    @GET
    @LongRead
    public Page<ExtraView> listExtras(@BeanParam ExtraFilter filter, @Valid @BeanParam Paging paging) {
        return views.page(filter, paging);
    }

    /**
     * One extra.
     *
     * @param id the extra's id
     */
    @GET
    @Path("/{id}")
    public ExtraView getExtra(UUID id) {
        return views.one(id);
    }

    /**
     * The chain of evidence of the extra's ticket. Each line that was ever opened or changed, with the work, terms and cap that
     * it was computed from, and the hashes to check it by. Read in pages: whoever noted a position and its hash down asks for
     * what follows it, and compares previous.
     *
     * @param id the extra's id
     */
    @GET
    @Path("/{id}/evidence")
    @RolesAllowed({OWNER, FINANCE, SERVICE_DESK, AUDITOR, INTEGRATOR})
    @LongRead
    public EvidencePage getExtraEvidence(UUID id, @Valid @BeanParam EvidencePaging paging) {
        return evidence.page(views.ticketOf(id), paging);
    }
}

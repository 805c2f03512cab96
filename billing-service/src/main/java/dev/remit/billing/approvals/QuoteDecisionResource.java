package dev.remit.billing.approvals;

import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;

import dev.remit.kit.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the client's approver says to a quote. */
@Path("/api/billing/v1/quotes/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(CLIENT_APPROVER)
@Tag(name = "Quotes")
public class QuoteDecisionResource {
    private final Decisions decisions;
    private final QuoteViews views;

    QuoteDecisionResource(Decisions decisions, QuoteViews views) {
        this.decisions = decisions;
        this.views = views;
    }

    /**
     * Approves a quote. By the named approver or an active deputy of theirs, as of this moment, under their own name. It is
     * final.
     *
     * @param id the quote's id
     * @return the approved quote
     */
    @POST
    @Path("/approve")
    @Idempotent("quotes.approve")
    public RestResponse<QuoteView> approveQuote(UUID id, @NotNull @Valid Approval approval) {
        return views.ok(decisions.approve(id, approval));
    }

    /**
     * Declines a quote. By the named approver or an active deputy of theirs, as of this moment, under their own name. It is
     * final.
     *
     * @param id the quote's id
     * @return the declined quote
     */
    @POST
    @Path("/decline")
    @Idempotent("quotes.decline")
    public RestResponse<QuoteView> declineQuote(UUID id, @NotNull @Valid Refusal refusal) {
        return views.ok(decisions.decline(id, refusal));
    }
}

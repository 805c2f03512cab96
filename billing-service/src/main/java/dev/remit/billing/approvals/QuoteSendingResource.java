package dev.remit.billing.approvals;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the desk does to have a quote decided: asks for more, sends, takes back, readdresses. */
@Path("/api/billing/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK})
@Tag(name = "Quotes")
public class QuoteSendingResource {
    private final QuoteActions desk;
    private final QuoteRecall recall;
    private final QuoteViews views;

    QuoteSendingResource(QuoteActions desk, QuoteRecall recall, QuoteViews views) {
        this.desk = desk;
        this.recall = recall;
        this.views = views;
    }

    /**
     * Drafts a further quote for a work item. For more room than the earlier quotes give, or after one was declined or expired.
     *
     * @return 201: the draft
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent("quotes.further")
    public RestResponse<QuoteView> createQuote(@NotNull @Valid FurtherQuote request) {
        return views.created(desk.askForMore(request));
    }

    /**
     * Sends a draft to its approver. Needs a cap and an approver. Without an expiry it stands for 14 days. With If-Match it is
     * sent only as it was read; without, as it is.
     *
     * @param id the quote's id
     * @return the quote as it was sent
     */
    @POST
    @Path("/{id}/send")
    @Idempotent("quotes.send")
    public RestResponse<QuoteView> sendQuote(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return views.ok(desk.send(id, ifMatch));
    }

    /**
     * Takes a quote back that is out. Nobody can decide it any more. A work item's initial quote leaves a draft that says the
     * same, which can be addressed to another approver and sent.
     *
     * @param id the quote's id
     * @return the withdrawn quote
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/withdraw")
    @Idempotent("quotes.withdraw")
    public RestResponse<QuoteView> withdrawQuote(UUID id, @NotNull @Valid Withdrawal withdrawal) {
        return views.ok(recall.withdraw(id, withdrawal));
    }

    /**
     * Sends a quote that is out to another approver. By login or e-mail, one of them. The approver before can decide it no more.
     *
     * @param id the quote's id
     * @return the quote as it is addressed now
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/readdress")
    @Idempotent("quotes.readdress")
    public RestResponse<QuoteView> readdressQuote(UUID id, @NotNull @Valid Readdressing wanted) {
        return views.ok(recall.readdress(id, wanted));
    }
}

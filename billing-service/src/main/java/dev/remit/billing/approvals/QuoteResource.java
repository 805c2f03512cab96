package dev.remit.billing.approvals;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Quotes to read, and drafts to change. */
@Path("/api/billing/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, AUDITOR, INTEGRATOR, CLIENT_APPROVER})
@AccessRecorded
@Tag(name = "Quotes", description = "Estimates with a cap that the client's approver decides before work is billed")
public class QuoteResource {
    private final Quotes quotes;
    private final QuoteActions desk;
    private final Decisions decisions;
    private final QuoteViews views;

    QuoteResource(Quotes quotes, QuoteActions desk, Decisions decisions, QuoteViews views) {
        this.quotes = quotes;
        this.desk = desk;
        this.decisions = decisions;
        this.views = views;
    }

    /** Quotes, oldest first. A client's approver sees those that were sent to their client. */
    @GET
    @ConsistentRead
    public Page<QuoteView> listQuotes(@BeanParam QuoteFilter filter, @Valid @BeanParam Paging paging) {
        return views.page(filter, paging);
    }

    /**
     * One quote.
     *
     * @param id the quote's id
     * @return the quote; its ETag names this version of it
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public RestResponse<QuoteView> getQuote(UUID id) {
        Quote quote = quotes.require(id);
        decisions.requireOwn(quote);
        return views.ok(quote);
    }

    /**
     * What the approver of a quote is shown, as it was sent. Canonical JSON of the schema remit-quote/1; the SHA-256 of these
     * bytes is the quote's shownHash, and stands in its decision.
     *
     * @param id the quote's id
     * @return the bytes as they are kept; 404 for a quote that was never sent
     */
    @GET
    @Path("/{id}/shown")
    @ConsistentRead
    @APIResponseSchema(Object.class)
    public byte[] getShownQuote(UUID id) {
        Quote quote = quotes.require(id);
        decisions.requireOwn(quote);
        return quote.shown().orElseThrow(Problem::notFound);
    }

    /**
     * Changes a draft. Only a DRAFT can be changed; what is absent stays as it was.
     *
     * @param id the quote's id
     * @return the quote as it is now
     */
    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}")
    @RolesAllowed({OWNER, SERVICE_DESK})
    public RestResponse<QuoteView> changeQuote(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid QuoteChange change) {
        Quote quote = quotes.requireInOpenBook(id);
        ETags.requireMatch(ifMatch, quote.version());
        desk.change(quote, change);
        return views.ok(quote);
    }
}

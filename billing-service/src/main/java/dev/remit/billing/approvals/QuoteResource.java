package dev.remit.billing.approvals;

import dev.remit.billing.ApiText;
import dev.remit.billing.clients.Clients;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Answer;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.tenancy.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/billing/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quotes", description = "Estimates with a cap that the client's approver decides before work is billed")
public class QuoteResource {
    private static final String PATH = "/api/billing/v1/quotes/";
    private static final String AFTERNOON = """
            {
              "workItemId": "0198c0de-0000-7000-8000-000000000001",
              "summary": "A second afternoon",
              "cap": {"amount": "500.00", "currency": "USD"}
            }
            """;

    private final Quotes quotes;
    private final QuoteDesk desk;
    private final ShownEntries shown;
    private final Decisions decisions;
    private final Clients clients;
    private final Caller caller;
    private final Idempotency idempotency;

    QuoteResource(
            Quotes quotes,
            QuoteDesk desk,
            ShownEntries shown,
            Decisions decisions,
            Clients clients,
            Caller caller,
            Idempotency idempotency) {
        this.quotes = quotes;
        this.desk = desk;
        this.shown = shown;
        this.decisions = decisions;
        this.clients = clients;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @RolesAllowed({"owner", "service-desk", "technician", "finance", "auditor", "integrator", "client-approver"})
    @AccessRecorded
    @Operation(
            operationId = "listQuotes",
            summary = "Quotes, oldest first",
            description = "A client's approver sees those that were sent to their client.")
    public Page<QuoteView> list(
            @Parameter(description = "Only of this client") @QueryParam("clientCode") String clientCode,
            @Parameter(description = "Only in this state") @QueryParam("status") QuoteStatus status,
            @Parameter(description = "Only for this ticket") @QueryParam("ticketId") UUID ticketId,
            @Parameter(description = "Only those that are out and that nobody can decide") @QueryParam("needsApprover")
                    Boolean needsApprover,
            @Valid @BeanParam Paging paging) {
        Optional<Cursor> after = paging.after(1);
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        Optional<UUID> client = only(clientCode);
        if ((clientCode != null || caller.client().isPresent()) && client.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        client.ifPresent(id -> filter(conditions, values, "clientId = :client", "client", id));
        caller.client().ifPresent(code -> conditions.add("sentAt is not null"));
        Optional.ofNullable(status).ifPresent(s -> filter(conditions, values, "status = :status", "status", s));
        Optional.ofNullable(ticketId).ifPresent(id -> filter(conditions, values, "ticketId = :ticket", "ticket", id));
        if (Boolean.TRUE.equals(needsApprover)) {
            filter(conditions, values, "approverGoneAt is not null and status = :out", "out", QuoteStatus.SENT);
        }
        after.ifPresent(cursor -> filter(conditions, values, "id > :after", "after", cursor.uuid(0)));
        List<Quote> rows = quotes.find(String.join(" and ", conditions) + " order by id", values)
                .range(0, paging.limit())
                .list();
        var names = clients.names(rows.stream().map(quote -> quote.clientId).toList());
        return Page.of(
                rows,
                paging.limit(),
                quote -> QuoteView.of(quote, names.get(quote.clientId)),
                quote -> Cursor.after(quote.id));
    }

    private static void filter(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private Optional<UUID> only(String clientCode) {
        String code = caller.client().orElse(clientCode);
        boolean contradicts = clientCode != null && !clientCode.equals(code);
        return contradicts || code == null
                ? Optional.empty()
                : clients.byCode(code).map(client -> client.clientId());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"owner", "service-desk", "technician", "finance", "auditor", "integrator", "client-approver"})
    @AccessRecorded
    @Operation(operationId = "getQuote", summary = "One quote")
    @APIResponse(
            responseCode = "200",
            description = "The quote; its ETag names this version of it",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response get(@Parameter(description = "The quote's id") @PathParam("id") UUID id) {
        Quote quote = quotes.require(id);
        decisions.requireOwn(quote);
        return Response.ok(view(quote)).tag(Long.toString(quote.version)).build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({"owner", "service-desk"})
    @Operation(
            operationId = "changeQuote",
            summary = "Changes a draft",
            description = "Only a DRAFT can be changed; what is absent stays as it was.")
    @APIResponse(
            responseCode = "200",
            description = "The quote as it is now",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response change(
            @Parameter(description = "The quote's id") @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "cap", value = """
                                                                    {"cap":{"amount":"4000.00","currency":"USD"},
                                                                     "approverEmail":"eleanor.whitfield@whitfield-crane.example"}"""))) @NotNull @Valid
                    QuoteChange change) {
        Quote quote = quotes.requireInOpenBook(id);
        ETags.requireMatch(ifMatch, quote.version);
        desk.change(quote, change);
        quotes.flush();
        return Response.ok(view(quote)).tag(Long.toString(quote.version)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"owner", "service-desk"})
    @Operation(
            operationId = "askForMore",
            summary = "Drafts a further quote for a work item",
            description = "For more room than the earlier quotes give, or after one was declined or expired.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            headers = {
                @Header(
                        name = "Location",
                        description = ApiText.LOCATION,
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response askForMore(
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "afternoon", value = AFTERNOON)))
                    @NotNull
                    @Valid
                    FurtherQuote request) {
        return idempotency.run("quotes.further", key, request, () -> {
            Quote quote = desk.askForMore(request);
            quotes.flush();
            return Answer.created(PATH + quote.id, view(quote)).version(quote.version);
        });
    }

    private QuoteView view(Quote quote) {
        return QuoteView.of(quote, clients.names(Set.of(quote.clientId)).get(quote.clientId), shown.of(quote));
    }
}

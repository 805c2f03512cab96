package dev.remit.billing.approvals;

import dev.remit.billing.ApiText;
import dev.remit.billing.clients.Clients;
import dev.remit.kit.idempotency.Answer;
import dev.remit.kit.idempotency.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done with a quote: it goes out, comes back, goes to somebody else, or is decided. Each once for its key. */
@Path("/api/billing/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quotes")
class QuoteActionsResource {
    private static final String APPROVED = """
            {"typedName": "Eleanor Whitfield"}
            """;
    private static final String WITHDRAWN = """
            {"reason": "The approver has left the firm"}
            """;
    private static final String READDRESSED = """
            {"approverLogin": "partner"}
            """;
    private static final String DECLINED = """
            {"typedName": "Eleanor Whitfield", "reason": "We move it ourselves"}
            """;

    private final Quotes quotes;
    private final QuoteDesk desk;
    private final QuoteRecall recall;
    private final Decisions decisions;
    private final ShownEntries shown;
    private final Clients clients;
    private final Idempotency idempotency;

    QuoteActionsResource(
            Quotes quotes,
            QuoteDesk desk,
            QuoteRecall recall,
            Decisions decisions,
            ShownEntries shown,
            Clients clients,
            Idempotency idempotency) {
        this.quotes = quotes;
        this.desk = desk;
        this.recall = recall;
        this.decisions = decisions;
        this.shown = shown;
        this.clients = clients;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/{id}/send")
    @RolesAllowed({"owner", "service-desk"})
    @Operation(
            operationId = "sendQuote",
            summary = "Sends a draft to its approver",
            description =
                    "Needs a cap and an approver. Without an expiry it stands for 14 days. With If-Match it is sent"
                            + " only as it was read; without, as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The quote as it was sent",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response send(
            @Parameter(description = "The quote's id") @PathParam("id") UUID id,
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @Parameter(description = "The ETag that was read") @HeaderParam("If-Match") String ifMatch) {
        return once("quotes.send", key, id, null, () -> desk.send(id, ifMatch));
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"owner", "service-desk"})
    @Operation(
            operationId = "withdrawQuote",
            summary = "Takes a quote back that is out",
            description =
                    "Nobody can decide it any more. A work item's initial quote leaves a draft that says the same,"
                            + " which can be addressed to another approver and sent.")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawn quote",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response withdraw(
            @Parameter(description = "The quote's id") @PathParam("id") UUID id,
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "left", value = WITHDRAWN)))
                    @NotNull
                    @Valid
                    Withdrawal withdrawal) {
        return once("quotes.withdraw", key, id, withdrawal, () -> recall.withdraw(id, withdrawal));
    }

    @POST
    @Path("/{id}/readdress")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"owner", "service-desk"})
    @Operation(
            operationId = "readdressQuote",
            summary = "Sends a quote that is out to another approver",
            description = "By login or e-mail, one of them. The approver before can decide it no more.")
    @APIResponse(
            responseCode = "200",
            description = "The quote as it is addressed now",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response readdress(
            @Parameter(description = "The quote's id") @PathParam("id") UUID id,
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "partner", value = READDRESSED)))
                    @NotNull
                    @Valid
                    Readdressing wanted) {
        return once("quotes.readdress", key, id, wanted, () -> recall.readdress(id, wanted));
    }

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("client-approver")
    @Operation(operationId = "approveQuote", summary = "Approves a quote", description = ApiText.DECIDING)
    @APIResponse(
            responseCode = "200",
            description = "The approved quote",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response approve(
            @Parameter(description = "The quote's id") @PathParam("id") UUID id,
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "partner", value = APPROVED)))
                    @NotNull
                    @Valid
                    Approval approval) {
        return once("quotes.approve", key, id, approval, () -> decisions.approve(id, approval));
    }

    @POST
    @Path("/{id}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("client-approver")
    @Operation(operationId = "declineQuote", summary = "Declines a quote", description = ApiText.DECIDING)
    @APIResponse(
            responseCode = "200",
            description = "The declined quote",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response decline(
            @Parameter(description = "The quote's id") @PathParam("id") UUID id,
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "partner", value = DECLINED)))
                    @NotNull
                    @Valid
                    Refusal refusal) {
        return once("quotes.decline", key, id, refusal, () -> decisions.decline(id, refusal));
    }

    private record Act(UUID id, Object body) {}

    private Response once(String operation, String key, UUID id, Object body, Supplier<Quote> act) {
        return idempotency.run(operation, key, new Act(id, body), () -> {
            Quote quote = act.get();
            quotes.flush();
            var client = clients.names(Set.of(quote.clientId)).get(quote.clientId);
            return Answer.ok(QuoteView.of(quote, client, shown.of(quote))).version(quote.version);
        });
    }
}

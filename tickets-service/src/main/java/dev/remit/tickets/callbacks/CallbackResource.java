package dev.remit.tickets.callbacks;

import dev.remit.kit.access.AccessWatch;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.psa.connectwise.CallbackSignature;
import dev.remit.tickets.intake.Collisions;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.ReceiptView;
import dev.remit.tickets.intake.ReceiptView.Outcome;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.sql.CrossTenantSql;
import dev.remit.tickets.sql.CrossTenantSql.Door;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a platform posts its callbacks. Nothing of one is believed, not even whose it is, before its signature is checked. */
@Path("/api/tickets/v1/connections/{id}/webhook")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
class CallbackResource {
    private final CrossTenantSql doors;
    private final AccessWatch access;
    private final Tenancy tenancy;
    private final Callbacks callbacks;
    private final Event<TicketsPending> pending;

    CallbackResource(
            CrossTenantSql doors,
            AccessWatch access,
            Tenancy tenancy,
            Callbacks callbacks,
            Event<TicketsPending> pending) {
        this.doors = doors;
        this.access = access;
        this.tenancy = tenancy;
        this.callbacks = callbacks;
        this.pending = pending;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirements
    @Operation(
            operationId = "receiveCallback",
            summary = "Receive a platform's callback",
            description =
                    "Takes no token; the signature over the very bytes of the body is checked instead. A body has at most 256 KiB."
                            + " The platform signs no time, so a callback can be sent again: one that was taken in changes"
                            + " nothing the second time, and one that is older than what is known does not replace it.")
    @APIResponse(
            responseCode = "200",
            description = "Taken in",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Kept for a person to look at",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public Response receive(
            @Parameter(description = "The connection's id.") @PathParam("id") UUID id,
            @Parameter(description = "Base64 of the HMAC-SHA256 of the body.") @HeaderParam(CallbackSignature.HEADER)
                    String signature,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT)))
                    byte[] body) {
        if (tenancy.currentIfAny().isPresent()) {
            throw refused("A callback carries a signature and no access token.");
        }
        Door door = doors.connection(id).orElseThrow(() -> refused(null));
        access.addressedTo(door.tenant());
        if (door.signingKey() == null) {
            throw refused(null);
        }
        if (body == null || !CallbackSignature.isValid(body, signature, door.signingKey())) {
            throw refused(null);
        }
        Receipt receipt =
                Collisions.repeat(() -> tenancy.callAs(door.tenant(), id.toString(), () -> callbacks.take(id, body)));
        pending.fire(new TicketsPending());
        ReceiptView view = ReceiptView.of(receipt);
        return Response.status(view.outcome() == Outcome.REVIEW ? 202 : 200)
                .entity(view)
                .build();
    }

    /** The same whether there is such a connection or not. */
    private static Problem refused(String detail) {
        return Problem.of(
                        ProblemType.UNAUTHORIZED,
                        detail == null ? "The callback's signature is missing or wrong." : detail)
                .header("Connection", "close");
    }
}

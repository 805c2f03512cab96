package dev.remit.tickets.callbacks;

import dev.remit.kit.access.AccessWatch;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.ForeignParameters;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.psa.connectwise.CallbackSignature;
import dev.remit.tickets.intake.CollisionRetry;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.ReceiptView;
import dev.remit.tickets.intake.ReceiptView.Outcome;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.sql.CrossTenantSql;
import dev.remit.tickets.sql.CrossTenantSql.CallbackConnection;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a platform posts its callbacks. Nothing of one is believed, not even whose it is, before its signature is checked. */
@Path("/api/tickets/v1/connections/{id}/webhook")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
@SecurityScheme(
        securitySchemeName = "signature",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = CallbackSignature.HEADER,
        description = "Base64 of the HMAC-SHA256 of the body's bytes under the connection's signing key")
class CallbackResource {
    private final CrossTenantSql crossTenant;
    private final AccessWatch access;
    private final Tenancy tenancy;
    private final KnownTenants tenants;
    private final Callbacks callbacks;
    private final Event<TicketsPending> pending;

    CallbackResource(
            CrossTenantSql crossTenant,
            AccessWatch access,
            Tenancy tenancy,
            KnownTenants tenants,
            Callbacks callbacks,
            Event<TicketsPending> pending) {
        this.crossTenant = crossTenant;
        this.access = access;
        this.tenancy = tenancy;
        this.tenants = tenants;
        this.callbacks = callbacks;
        this.pending = pending;
    }

    /**
     * Receive a platform's callback. Takes no token; the signature over the very bytes of the body is checked instead. A body has
     * at most 256 KiB. The platform signs no time, so a callback can be sent again: one that was taken in changes nothing the
     * second time, and one that is older than what is known does not replace it.
     *
     * @param id the connection's id
     * @param signature Base64 of the HMAC-SHA256 of the body
     * @return 200: taken in; 202: kept for a person to look at
     */
    @POST
    @PermitAll
    @ForeignParameters
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "signature")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<ReceiptView> receiveCallback(
            UUID id, @HeaderParam(CallbackSignature.HEADER) String signature, byte[] body) {
        if (tenancy.currentIfAny().isPresent()) {
            throw refused("A callback carries a signature and no access token.");
        }
        CallbackConnection connection = crossTenant.connection(id).orElseThrow(() -> refused(null));
        access.addressedTo(connection.tenant());
        if (connection.signingKey() == null) {
            throw refused(null);
        }
        if (body == null || !CallbackSignature.isValid(body, signature, connection.signingKey())) {
            throw refused(null);
        }
        tenants.of(connection.tenant()).requireActive();
        Receipt receipt = CollisionRetry.repeat(
                () -> tenancy.callAs(connection.tenant(), id.toString(), () -> callbacks.take(id, body)));
        pending.fire(new TicketsPending());
        ReceiptView view = ReceiptView.of(receipt);
        return view.outcome() == Outcome.REVIEW ? Answers.accepted(view) : Answers.ok(view);
    }

    /** The same whether there is such a connection or not. */
    private static Problem refused(String detail) {
        return Problem.of(
                        ProblemType.UNAUTHORIZED,
                        detail == null ? "The callback's signature is missing or wrong." : detail)
                .header("Connection", "close");
    }
}

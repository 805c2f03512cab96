package dev.remit.billing.extras;

import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.evidence.EvidencePage;
import dev.remit.kit.evidence.EvidencePaging;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/billing/v1/extras")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Extras", description = "Out-of-scope work, rated line by line")
public class ExtraResource {
    private final Extras extras;
    private final Clients clients;
    private final Caller caller;
    private final Evidence evidence;

    ExtraResource(Extras extras, Clients clients, Caller caller, Evidence evidence) {
        this.extras = extras;
        this.clients = clients;
        this.caller = caller;
        this.evidence = evidence;
    }

    @GET
    @Transactional
    @RolesAllowed({"owner", "finance", "service-desk", "auditor", "integrator", "finance-pull", "client-approver"})
    @LongRead
    @AccessRecorded
    @Operation(
            operationId = "listExtras",
            summary = "Extras in the order of the work",
            description = "By start of the work, then time entry, then line. A client's approver sees their client's.")
    public Page<ExtraView> list(
            @Parameter(description = "Only of this client") @QueryParam("clientCode") String clientCode,
            @Parameter(description = "Only in this state") @QueryParam("status") ExtraStatus status,
            @Parameter(description = "Only for this ticket") @QueryParam("ticketId") UUID ticketId,
            @Valid @BeanParam Paging paging) {
        Optional<Cursor> after = paging.after(4);
        String code = caller.client().orElse(clientCode);
        Optional<UUID> client =
                Optional.ofNullable(code).flatMap(clients::byCode).map(ClientFacts::clientId);
        boolean nobody = code != null && (client.isEmpty() || (clientCode != null && !clientCode.equals(code)));
        List<Extra> rows = nobody
                ? List.of()
                : extras.inOrder(
                        client, Optional.ofNullable(status), Optional.ofNullable(ticketId), after, paging.limit() + 1);
        var names = clients.names(rows.stream().map(line -> line.clientId).toList());
        return Page.of(
                rows,
                paging.limit(),
                line -> ExtraView.of(line, names.get(line.clientId)),
                line -> Cursor.after(line.basis.workStartedAt(), line.timeEntryId, line.figures.lineNumber(), line.id));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"owner", "finance", "service-desk", "auditor", "integrator", "finance-pull", "client-approver"})
    @AccessRecorded
    @Operation(operationId = "getExtra", summary = "One extra")
    public ExtraView get(@Parameter(description = "The extra's id") @PathParam("id") UUID id) {
        Extra line = extras.findByIdOptional(id).orElseThrow(Problem::notFound);
        var name = clients.names(Set.of(line.clientId)).get(line.clientId);
        caller.requireClient(name == null ? "" : name.code());
        return ExtraView.of(line, name);
    }

    @GET
    @Path("/{id}/evidence")
    @Transactional
    @RolesAllowed({"owner", "finance", "service-desk", "auditor", "integrator"})
    @LongRead
    @AccessRecorded
    @Operation(
            operationId = "getExtraEvidence",
            summary = "The chain of evidence of the extra's ticket",
            description =
                    "Each line that was ever opened or changed, with the work, terms and cap that it was computed from,"
                            + " and the hashes to check it by. Read in pages: whoever noted a position and its hash down"
                            + " asks for what follows it, and compares previous.")
    public EvidencePage evidence(
            @Parameter(description = "The extra's id") @PathParam("id") UUID id,
            @Valid @BeanParam EvidencePaging paging) {
        Extra line = extras.findByIdOptional(id).orElseThrow(Problem::notFound);
        return evidence.page(line.basis.ticketId(), paging);
    }
}

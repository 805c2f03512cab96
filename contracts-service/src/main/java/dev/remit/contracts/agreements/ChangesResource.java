package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.contracts.agreements.changes.ChangesList;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.json.CanonicalRecords;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What a version changes of tickets and money. */
@Path(VersionResource.PATH + "/{number}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreement versions")
class ChangesResource {
    private final VersionChanges changes;
    private final Caller caller;

    ChangesResource(VersionChanges changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * Read what a version changes. Of a version that began before it was proposed it is, byte for byte, the list that was made
     * then and that both parties sign with its content: what activating it does to tickets and lines of before. With dates, and
     * for a draft, it is tried: what would have come of it, had it been in force on these dates in place of what was. A client's
     * approver reads what is signed. Nothing is kept of a trial, and at most 5,000 tickets and 366 days are looked at.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @param from the first local date of the client to look at; for a draft the first of the quarter before today's if absent
     * @param to the first date not to look at any more; the first of today's quarter if both are absent, else today
     * @return 200: what would be otherwise; 422: more tickets were created on these dates than are looked at
     */
    @GET
    @RolesAllowed({OWNER, SERVICE_DESK, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @LongRead
    @APIResponseSchema(ChangesList.class)
    public RestResponse<byte[]> getAgreementChanges(
            UUID id, int number, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
        boolean tried = from != null || to != null;
        if (tried && caller.client().isPresent()) {
            changes.requireVisible(id, number);
            throw Problem.of(ProblemType.FORBIDDEN, "A client's approver reads what is signed.");
        }
        byte[] list =
                tried ? CanonicalRecords.bytes(changes.tried(id, number, from, to)) : changes.signedOrTried(id, number);
        return ResponseBuilder.ok(list)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(Sha256.hex(list))
                .build();
    }
}

package dev.remit.tickets.changes;

import dev.remit.engines.InvalidInput;
import dev.remit.kit.feed.FeedProgress;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Roles;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a version that nobody has signed would change of a client's tickets, for the other services. */
@Path("/internal/v1/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {
    private final Changes changes;
    private final Tenancy tenancy;
    private final FeedProgress progress;

    ChangesResource(Changes changes, Tenancy tenancy, FeedProgress progress) {
        this.changes = changes;
        this.tenancy = tenancy;
        this.progress = progress;
    }

    /** A page of them. A service works for every tenant, so it says for which. */
    @POST
    @RolesAllowed(Roles.SERVICE)
    public ChangesPage findChanges(@NotNull @Valid CandidateRequest asked) {
        long told = progress.told(asked.tenant())
                .orElseThrow(() -> Problem.unavailable("Not all that happened is in the feed yet."));
        try {
            return tenancy.callAs(asked.tenant(), () -> changes.page(asked)).toldThrough(told);
        } catch (InvalidInput fault) {
            throw Problem.invalid("document." + fault.path(), fault.problem(), "terms");
        }
    }
}

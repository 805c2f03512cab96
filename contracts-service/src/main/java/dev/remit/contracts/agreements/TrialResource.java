package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.sql.ConsistentRead;
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

/** What a version comes to, before anybody signs it. */
@Path(VersionResource.PATH + "/{number}/examples")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreement versions")
class TrialResource {
    private final TriedVersions versions;

    TrialResource(TriedVersions versions) {
        this.versions = versions;
    }

    /**
     * Ask what a version makes of some cases: the price of work, when a target is due. Drafts too. The answers are what lint
     * computes of worked examples; those of an addendum with the master that is in force on its first date. Keeps nothing.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, INTEGRATOR, CLIENT_APPROVER})
    @AccessRecorded
    public TriedExamples tryAgreementExamples(UUID id, int number, @NotNull @Valid TriedExamples.Asked body) {
        TriedVersion tried = versions.find(id, number);
        return TriedVersions.asFarAsWritten(() -> TriedExamples.of(body, tried.completed()));
    }
}

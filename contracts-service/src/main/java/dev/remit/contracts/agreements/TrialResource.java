package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.simulation.SimulationPool;
import dev.remit.kit.sql.ConsistentReads;
import dev.remit.kit.tenancy.Tenancy;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
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
    private final ConsistentReads reads;
    private final SimulationPool pool;
    private final Tenancy tenancy;

    TrialResource(TriedVersions versions, ConsistentReads reads, SimulationPool pool, Tenancy tenancy) {
        this.versions = versions;
        this.reads = reads;
        this.pool = pool;
        this.tenancy = tenancy;
    }

    /**
     * Ask what a version makes of some cases: the price of work, when a target is due. Drafts too. The answers are what lint
     * computes of worked examples; those of an addendum with the master that is in force on its first date. Keeps nothing. All
     * cases of one request may together take 80 million calendar steps: a date or a window that is looked at is one, a change of
     * band twenty.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({OWNER, SERVICE_DESK, INTEGRATOR, CLIENT_APPROVER})
    @AccessRecorded
    public Uni<TriedExamples> tryAgreementExamples(UUID id, int number, @NotNull @Valid TriedExamples.Asked body) {
        AgreementDocument document = reads.call(() -> {
            TriedVersion tried = versions.find(id, number);
            return TriedVersions.asFarAsWritten(tried::completed);
        });
        return pool.run(
                tenancy.current(),
                budget -> TriedVersions.asFarAsWritten(() -> TriedExamples.of(body, document, budget)));
    }
}

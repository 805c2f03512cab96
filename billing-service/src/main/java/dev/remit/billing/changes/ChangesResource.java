package dev.remit.billing.changes;

import dev.remit.billing.agreements.Agreements;
import dev.remit.billing.extras.CandidateLines;
import dev.remit.billing.extras.CandidateLines.Compared;
import dev.remit.billing.feeds.CandidateRulings;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.CandidateTerm.Mode;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentReads;
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
import java.util.Map;
import java.util.UUID;

/** What a version that nobody has signed would change of a client's money, for the other services. */
@Path("/internal/v1/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {
    private final CandidateRulings rulings;
    private final CandidateLines lines;
    private final Agreements agreements;
    private final Work work;
    private final Tenancy tenancy;
    private final ConsistentReads reads;

    ChangesResource(
            CandidateRulings rulings,
            CandidateLines lines,
            Agreements agreements,
            Work work,
            Tenancy tenancy,
            ConsistentReads reads) {
        this.rulings = rulings;
        this.lines = lines;
        this.agreements = agreements;
        this.work = work;
        this.tenancy = tenancy;
        this.reads = reads;
    }

    /** The work items that would be billed otherwise. A service works for every tenant, so it says for which. */
    @POST
    @RolesAllowed(Roles.SERVICE)
    public MoneyChanges findChanges(@NotNull @Valid CandidateRequest asked) {
        SignedVersion candidate = candidate(asked);
        Map<UUID, Ruling> ruled =
                rulings.of(asked.tenant(), asked.clientId(), asked.document(), asked.mode(), asked.from(), asked.to());
        return tenancy.callAs(asked.tenant(), () -> reads.call(() -> changes(asked, candidate, ruled)));
    }

    private MoneyChanges changes(CandidateRequest asked, SignedVersion candidate, Map<UUID, Ruling> ruled) {
        SignedVersions versions = agreements.versionsOf(asked.clientId()).with(candidate, asked.mode(), asked.from());
        Compared compared = asked.mode() == Mode.ACTIVATED
                ? lines.afterwards(asked.clientId(), versions, ruled)
                : lines.anew(asked.clientId(), versions, ruled, asked.from(), asked.to());
        return MoneyChanges.of(
                compared,
                workItem -> work.ruling(workItem).map(Ruling::ticketName).orElse(null));
    }

    private static SignedVersion candidate(CandidateRequest asked) {
        try {
            return SignedVersion.candidate(CanonicalJson.bytes(asked.document()));
        } catch (InvalidInput fault) {
            throw Problem.invalid("document." + fault.path(), fault.problem(), "terms");
        }
    }
}

package dev.remit.contracts.agreements.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.contracts.agreements.changes.ChangesList.MoneyChange;
import dev.remit.contracts.agreements.changes.ChangesList.MoneySums;
import dev.remit.engines.agreement.CandidateTerm.Mode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks billing-service what a version would change of money. */
@RegisterRestClient(configKey = "billing")
@OidcClientFilter
@Path("/internal/v1/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface MoneyOfCandidate {

    @POST
    Answer changes(Question question);

    /** Which version, and by which dates. */
    record Question(UUID tenant, UUID clientId, ObjectNode document, Mode mode, LocalDate from, LocalDate to) {

        static Question of(Candidate candidate) {
            return new Question(
                    candidate.tenant(),
                    candidate.clientId(),
                    candidate.document(),
                    candidate.mode(),
                    candidate.from(),
                    candidate.to());
        }
    }

    /** @param totals by currency, of all work that was looked at */
    record Answer(List<MoneyChange> workItems, List<MoneySums> totals) {}
}

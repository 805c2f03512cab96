package dev.remit.contracts.agreements.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.contracts.agreements.changes.ChangesList.TicketChange;
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

/** Asks tickets-service what a version would change of tickets. */
@RegisterRestClient(configKey = "tickets")
@OidcClientFilter
@Path("/internal/v1/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface TicketsOfCandidate {

    @POST
    Page changes(Question question);

    /**
     * @param after the last ticket that was looked at; null at the start
     * @param volumes what the page before said of included volumes, as it said it; null at the start
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(
            UUID tenant,
            UUID clientId,
            ObjectNode document,
            Mode mode,
            LocalDate from,
            LocalDate to,
            String wanted,
            UUID after,
            JsonNode volumes) {

        static Question first(Candidate candidate) {
            return new Question(
                    candidate.tenant(),
                    candidate.clientId(),
                    candidate.document(),
                    candidate.mode(),
                    candidate.from(),
                    candidate.to(),
                    "CHANGES",
                    null,
                    null);
        }

        Question after(Page page) {
            return new Question(tenant, clientId, document, mode, from, to, wanted, page.next(), page.volumes());
        }
    }

    /** @param next null on the last page */
    record Page(int looked, List<TicketChange> changes, JsonNode volumes, UUID next) {}
}

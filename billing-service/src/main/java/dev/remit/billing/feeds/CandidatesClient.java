package dev.remit.billing.feeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
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

/** Asks the tickets service how work would be ruled with a version in force that nobody has signed. */
@RegisterRestClient(configKey = "tickets")
@OidcClientFilter
@Path("/internal/v1/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface CandidatesClient {
    @POST
    Page rulings(Question question);

    /**
     * @param after the last ticket that was looked at; null at the start
     * @param volumes what the page before said of included volumes, as it said it; null at the start
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(
            UUID tenant,
            UUID clientId,
            JsonNode document,
            Mode mode,
            LocalDate from,
            LocalDate to,
            String wanted,
            UUID after,
            JsonNode volumes) {

        Question after(Page page) {
            return new Question(tenant, clientId, document, mode, from, to, wanted, page.next(), page.volumes());
        }
    }

    /**
     * @param next null on the last page
     * @param told the position of the tickets service's feed by which all is told that the page rests on
     */
    record Page(List<WorkItemRuled> rulings, JsonNode volumes, UUID next, long told) {}
}

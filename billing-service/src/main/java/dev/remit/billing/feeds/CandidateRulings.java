package dev.remit.billing.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.billing.work.Ruling;
import dev.remit.engines.agreement.CandidateTerm.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** How work would be ruled with a version in force that nobody has signed, as the tickets service says. */
@ApplicationScoped
public class CandidateRulings {
    private final CandidatesClient tickets;

    CandidateRulings(@RestClient CandidatesClient tickets) {
        this.tickets = tickets;
    }

    /**
     * By work item, of those that would be ruled again. Not to be called in a transaction.
     *
     * @param document what would be signed
     * @param from the first local date on which tickets were created that are looked at
     * @param to the first that is not looked at any more
     */
    public Map<UUID, Ruling> of(
            UUID tenant, UUID clientId, JsonNode document, Mode mode, LocalDate from, LocalDate to) {
        Map<UUID, Ruling> rulings = new HashMap<>();
        CandidatesClient.Question question =
                new CandidatesClient.Question(tenant, clientId, document, mode, from, to, "RULINGS", null, null);
        while (question != null) {
            CandidatesClient.Page page = tickets.rulings(question);
            page.rulings().forEach(ruled -> rulings.put(ruled.workItemId(), ruled.ruling()));
            question = page.next() == null ? null : question.after(page);
        }
        return rulings;
    }
}

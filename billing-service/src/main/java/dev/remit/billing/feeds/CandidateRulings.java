package dev.remit.billing.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.billing.work.Ruling;
import dev.remit.engines.agreement.CandidateTerm.Mode;
import dev.remit.kit.feed.FeedProgress;
import dev.remit.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** How work would be ruled with a version in force that nobody has signed, as the tickets service says. */
@ApplicationScoped
public class CandidateRulings {
    private static final Duration FOR_NEWS = Duration.ofSeconds(5);

    private final CandidatesClient tickets;
    private final FeedProgress progress;

    CandidateRulings(@RestClient CandidatesClient tickets, FeedProgress progress) {
        this.tickets = tickets;
        this.progress = progress;
    }

    /**
     * By work item, of those that would be ruled again; once the work that they are about is known here. Not to be called in a
     * transaction.
     *
     * @param document what would be signed
     * @param from the first local date on which tickets were created that are looked at
     * @param to the first that is not looked at any more
     * @throws Problem service-unavailable, where that takes long
     */
    public Map<UUID, Ruling> of(
            UUID tenant, UUID clientId, JsonNode document, Mode mode, LocalDate from, LocalDate to) {
        Map<UUID, Ruling> rulings = new HashMap<>();
        CandidatesClient.Question question =
                new CandidatesClient.Question(tenant, clientId, document, mode, from, to, "RULINGS", null, null);
        long told = 0;
        while (question != null) {
            CandidatesClient.Page page = tickets.rulings(question);
            told = Math.max(told, page.told());
            page.rulings().forEach(ruled -> rulings.put(ruled.workItemId(), ruled.ruling()));
            question = page.next() == null ? null : question.after(page);
        }
        if (!progress.awaitTaken(TicketsFeed.NAME, tenant, told, FOR_NEWS)) {
            throw Problem.unavailable("What happened to the client's tickets has not all come through to billing yet.");
        }
        return rulings;
    }
}

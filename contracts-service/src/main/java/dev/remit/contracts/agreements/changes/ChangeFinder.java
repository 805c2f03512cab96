package dev.remit.contracts.agreements.changes;

import dev.remit.contracts.agreements.changes.ChangesList.ClockChange;
import dev.remit.contracts.agreements.changes.ChangesList.RulingChange;
import dev.remit.contracts.agreements.changes.ChangesList.Summary;
import dev.remit.contracts.agreements.changes.ChangesList.TicketChange;
import dev.remit.contracts.agreements.changes.ChangesList.VerdictChanges;
import dev.remit.engines.scope.Verdict;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Gathers what a version would change from the services that have the tickets and the money. */
@ApplicationScoped
public class ChangeFinder {
    private static final Logger LOG = Logger.getLogger(ChangeFinder.class);

    /** A list of more would be read by nobody, and is asked for by the quarter or by the month. */
    static final int MOST_TICKETS = 5_000;

    private final TicketsOfCandidate tickets;
    private final MoneyOfCandidate money;

    ChangeFinder(@RestClient TicketsOfCandidate tickets, @RestClient MoneyOfCandidate money) {
        this.tickets = tickets;
        this.money = money;
    }

    /**
     * What a version would change. Not to be called in a transaction.
     *
     * @throws Problem service-unavailable, where a service does not answer; rule-broken, where the dates have too many tickets
     */
    public ChangesList changes(Candidate candidate) {
        List<TicketChange> changed = new ArrayList<>();
        int looked = 0;
        TicketsOfCandidate.Question question = TicketsOfCandidate.Question.first(candidate);
        while (question != null) {
            TicketsOfCandidate.Question asked = question;
            TicketsOfCandidate.Page page = answered("tickets", () -> tickets.changes(asked));
            changed.addAll(page.changes());
            looked += page.looked();
            if (looked > MOST_TICKETS) {
                throw Problem.of(
                        ProblemType.RULE_BROKEN,
                        "More than " + MOST_TICKETS + " tickets were created on these dates; take fewer dates.");
            }
            question = page.next() == null ? null : question.after(page);
        }
        MoneyOfCandidate.Answer sums =
                answered("billing", () -> money.changes(MoneyOfCandidate.Question.of(candidate)));
        return new ChangesList(
                ChangesList.SCHEMA,
                candidate.agreementId(),
                candidate.version(),
                candidate.mode(),
                candidate.from(),
                candidate.to(),
                candidate.asOf(),
                summary(looked, changed, sums),
                changed,
                sums.workItems());
    }

    private static <T> T answered(String service, Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessingException | WebApplicationException failure) {
            LOG.warnf(failure, "%s-service gave no answer to what a version would change", service);
            throw Problem.unavailable(
                    "What the version would change cannot be said while " + service + "-service does not answer.");
        }
    }

    private static Summary summary(int looked, List<TicketChange> changed, MoneyOfCandidate.Answer sums) {
        List<Integer> breaches = changed.stream()
                .flatMap(ticket -> ticket.clocks().stream())
                .map(ClockChange::breachesMore)
                .toList();
        return new Summary(
                looked,
                changed.size(),
                verdicts(changed),
                breaches.stream()
                        .filter(more -> more > 0)
                        .mapToInt(more -> more)
                        .sum(),
                -breaches.stream()
                        .filter(more -> more < 0)
                        .mapToInt(more -> more)
                        .sum(),
                sums.totals());
    }

    private record Move(Verdict from, Verdict to) {

        static Move of(RulingChange change) {
            return new Move(
                    change.before() == null ? null : change.before().verdict(),
                    change.after().verdict());
        }
    }

    private static List<VerdictChanges> verdicts(List<TicketChange> changed) {
        Map<Move, Integer> counts = new LinkedHashMap<>();
        changed.stream()
                .flatMap(ticket -> ticket.rulings().stream())
                .forEach(change -> counts.merge(Move.of(change), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count ->
                        new VerdictChanges(count.getKey().from(), count.getKey().to(), count.getValue()))
                .sorted(Comparator.comparing((VerdictChanges each) -> String.valueOf(each.from()))
                        .thenComparing(each -> each.to().name()))
                .toList();
    }
}

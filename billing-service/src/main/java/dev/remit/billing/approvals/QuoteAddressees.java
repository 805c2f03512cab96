package dev.remit.billing.approvals;

import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.kit.people.Logins;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** To whom quotes are addressed, and who may decide them as the client's list of approvers stands. */
@ApplicationScoped
public class QuoteAddressees {
    private final Quotes quotes;
    private final QuoteEvents events;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;

    QuoteAddressees(Quotes quotes, QuoteEvents events, Clients clients, Caller caller, TenantClock clock) {
        this.quotes = quotes;
        this.events = events;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Moves the quotes that are out with somebody who is no longer the approver they were sent to: to an active deputy, or,
     * where there is none, onto the desk's list. The client's book is open.
     *
     * @param before the list as it was, which still says whose deputies they were where the approver is gone from it
     */
    public void follow(UUID clientId, List<ApproverFacts> before) {
        List<ApproverFacts> approvers = approvers(clientId);
        Instant now = clock.now();
        for (Quote quote : quotes.sentOf(clientId)) {
            approvers.forEach(quote::bindTo);
            if (hasAddressee(quote, approvers)) {
                quote.approverFound();
                continue;
            }
            if (quote.isExpired(now)) {
                continue;
            }
            Optional<ApproverFacts> deputy = deputy(quote, approvers, before);
            if (deputy.isPresent()) {
                readdress(quote, deputy.get(), "APPROVER_GONE");
            } else if (quote.approverMissing(now)) {
                events.needsApprover(quote);
            }
        }
    }

    /** Tells the quote's old and new addressee apart for good, in the event. */
    void readdress(Quote quote, ApproverFacts to, String reason) {
        events.readdressed(quote, to, reason, clock.now());
        quote.addressTo(to);
    }

    private static boolean hasAddressee(Quote quote, List<ApproverFacts> approvers) {
        return approvers.stream().anyMatch(approver -> approver.active() && quote.isAddressedTo(approver));
    }

    private static Optional<ApproverFacts> deputy(
            Quote quote, List<ApproverFacts> approvers, List<ApproverFacts> before) {
        String addressee = quote.approver().login();
        boolean gone = approvers.stream().noneMatch(approver -> Logins.same(approver.username(), addressee));
        Set<UUID> deputies = Stream.concat(approvers.stream(), gone ? before.stream() : Stream.empty())
                .filter(approver -> approver.isDeputyOf(addressee))
                .map(ApproverFacts::approverId)
                .collect(Collectors.toSet());
        return approvers.stream()
                .filter(approver -> approver.active() && approver.username() != null)
                .filter(approver -> deputies.contains(approver.approverId()))
                .min(Comparator.comparing(ApproverFacts::username));
    }

    /**
     * The entry of the client's list by whose right the caller decides: the one that the quote is addressed to, or an active
     * deputy of theirs.
     *
     * @throws Problem forbidden for everybody else
     */
    ApproverFacts decider(Quote quote) {
        return approvers(quote.clientId()).stream()
                .filter(approver -> approver.active() && approver.isAccount(caller.username(), caller.subject()))
                .filter(quote::isDecidedBy)
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.FORBIDDEN, "Only the named approver or an active deputy of theirs decides."));
    }

    /**
     * An active approver of the client, by login or by e-mail.
     *
     * @param login null to go by the e-mail
     * @throws Problem validation where there is none, or where the e-mail is that of several
     */
    ApproverFacts named(UUID clientId, String login, String email) {
        String field = login == null ? "approverEmail" : "approverLogin";
        List<ApproverFacts> named = approvers(clientId).stream()
                .filter(ApproverFacts::active)
                .filter(approver -> login == null
                        ? approver.email().equalsIgnoreCase(email)
                        : approver.isAccount(login, approver.subject()))
                .toList();
        if (named.isEmpty()) {
            throw Problem.invalid(field, "must be one of the client's active approvers", "approver");
        }
        if (named.size() > 1) {
            throw Problem.invalid(field, "is that of several approvers; give approverLogin", "ambiguous");
        }
        return named.getFirst();
    }

    /** The active deputies of whom a quote is addressed to, as the client's list is now. */
    List<ApproverFacts> deputiesOf(Quote quote) {
        String addressee = quote.approver().login();
        return approvers(quote.clientId()).stream()
                .filter(approver -> approver.active() && approver.isDeputyOf(addressee))
                .toList();
    }

    /** The entry that a draft is addressed to, as it is now, if it is active. */
    Optional<ApproverFacts> ofDraft(Quote quote) {
        return approvers(quote.clientId()).stream()
                .filter(approver -> approver.active()
                        && approver.approverId().equals(quote.approver().id()))
                .findFirst();
    }

    private List<ApproverFacts> approvers(UUID clientId) {
        return clients.byId(clientId).map(ClientFacts::approvers).orElse(List.of());
    }
}

package dev.remit.billing.approvals;

import dev.remit.billing.agreements.Agreements;
import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.money.Money;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.RulingCase;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps each work item's initial quote in step with its ruling. The client's book is open whenever this works. */
@ApplicationScoped
public class QuoteDrafting {
    private final Quotes quotes;
    private final Work work;
    private final Clients clients;
    private final Agreements agreements;
    private final QuoteEstimates estimates;
    private final QuoteEvents events;
    private final Ids ids;
    private final TenantClock clock;

    QuoteDrafting(
            Quotes quotes,
            Work work,
            Clients clients,
            Agreements agreements,
            QuoteEstimates estimates,
            QuoteEvents events,
            Ids ids,
            TenantClock clock) {
        this.quotes = quotes;
        this.work = work;
        this.clients = clients;
        this.agreements = agreements;
        this.estimates = estimates;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Drafts, refreshes or withdraws quotes as the ruling in force wants it, and as long as the ticket is not called off. */
    public void follow(UUID workItemId) {
        Ruling ruling = work.ruling(workItemId).orElseThrow();
        boolean wanted = ruling.canNeedApproval() && ruling.clientId() != null && !work.isCalledOff(ruling.ticketId());
        withdrawOthers(workItemId, ruling, wanted);
        if (!wanted || !ruling.needsApproval()) {
            work.awaitsQuote(workItemId, false);
            followTerms(workItemId, ruling);
            return;
        }
        Optional<QuoteTerms> terms = terms(ruling);
        Optional<ClientFacts> client = clients.byId(ruling.clientId());
        boolean known = terms.isPresent() && client.isPresent();
        work.awaitsQuote(workItemId, !known);
        if (known) {
            quotes.initialOf(workItemId)
                    .ifPresentOrElse(
                            quote -> refresh(quote, ruling, terms.get()),
                            () -> draft(workItemId, ruling, terms.get(), client.get()));
        }
    }

    /** A draft for some of the work on the item, such as that at the weekend, is priced by what is recorded. */
    private void followTerms(UUID workItemId, Ruling ruling) {
        quotes.initialOf(workItemId)
                .filter(quote -> quote.status() == QuoteStatus.DRAFT)
                .ifPresent(quote -> terms(ruling).ifPresent(terms -> {
                    quote.bindTo(terms);
                    estimates.again(quote);
                }));
    }

    /** Puts a reference in the place of a title that has become confidential since it was drafted as a summary. */
    public void withhold(String title, UUID workItemId) {
        String reference = reference(work.ruling(workItemId).orElseThrow());
        for (Quote quote : quotes.of(workItemId)) {
            quote.withhold(title, reference);
        }
    }

    static String summary(Ruling ruling) {
        return ruling.title() == null ? reference(ruling) : ruling.title();
    }

    private static String reference(Ruling ruling) {
        return "Ticket " + ruling.ticketName();
    }

    /** Quotes for work that needs none any more, or that turned out to be another client's. */
    private void withdrawOthers(UUID workItemId, Ruling ruling, boolean wanted) {
        for (Quote quote : quotes.openOf(workItemId)) {
            if (!wanted || !quote.clientId().equals(ruling.clientId())) {
                quote.withdraw(clock.now());
                events.decided(quote);
            }
        }
        quotes.initialOf(workItemId)
                .filter(quote -> !quote.clientId().equals(ruling.clientId()))
                .ifPresent(Quote::giveUpInitial);
        quotes.flush();
    }

    private void draft(UUID workItemId, Ruling ruling, QuoteTerms terms, ClientFacts client) {
        Quote quote =
                new Quote(ids.next(), QuoteKind.INITIAL, workItemId, ruling.ticketId(), ruling.clientId(), clock.now());
        quote.summarise(summary(ruling));
        addressToOnlyApprover(quote, client);
        quote.bindTo(terms);
        estimates.byRuling(quote, ruling);
        quotes.persist(quote);
        events.drafted(quote);
    }

    /** Where just one person may approve in their own right, it is for them. */
    void addressToOnlyApprover(Quote quote) {
        clients.byId(quote.clientId()).ifPresent(client -> addressToOnlyApprover(quote, client));
    }

    private static void addressToOnlyApprover(Quote quote, ClientFacts client) {
        List<ApproverFacts> inTheirOwnRight = client.approvers().stream()
                .filter(approver -> approver.active() && approver.deputyOf() == null)
                .toList();
        if (inTheirOwnRight.size() == 1) {
            quote.addressTo(inTheirOwnRight.getFirst());
        }
    }

    /** What the desk has set stays, unless it was said in another currency. */
    private void refresh(Quote quote, Ruling ruling, QuoteTerms terms) {
        if (quote.status() != QuoteStatus.DRAFT) {
            return;
        }
        if (!quote.isTouched()) {
            quote.summarise(summary(ruling));
        }
        quote.bindTo(terms);
        if (quote.linesFrom() == LinesFrom.DESK) {
            estimates.again(quote);
        } else {
            estimates.byRuling(quote, ruling);
        }
    }

    /** What a quote under this ruling is bound to; empty until the document has arrived. */
    Optional<QuoteTerms> terms(Ruling ruling) {
        ZoneId zone = clients.byId(ruling.clientId())
                .map(client -> ZoneId.of(client.timeZone()))
                .orElse(ZoneId.of("UTC"));
        LocalDate date = LocalDate.ofInstant(ruling.ruledAt(), zone);
        return ruling.caseToApprove().flatMap(asked -> Optional.ofNullable(ruledUnder(ruling, asked))
                .flatMap(hash -> agreements.versionsOf(ruling.clientId()).quoting(hash, date))
                .filter(version -> version.hasRateCard() || asked.price() != null)
                .map(version -> terms(ruling, asked, version, date)));
    }

    /** The document that a case's clause is from; may be null. */
    private static String ruledUnder(Ruling ruling, RulingCase asked) {
        return asked.agreement() == null
                ? ruling.documentHash()
                : asked.agreement().documentHash();
    }

    private static QuoteTerms terms(Ruling ruling, RulingCase asked, SignedVersion version, LocalDate date) {
        Optional<Clause> clause = Optional.ofNullable(asked.clause());
        return new QuoteTerms(
                ruling.rulingId(),
                ruling.item(),
                clause.map(Clause::id).orElse(null),
                clause.map(Clause::title).orElse(null),
                clause.map(Clause::text).orElse(null),
                version.agreementId(),
                version.version(),
                version.documentHash(),
                version.contentHash(),
                asked.workType(),
                version.hourlyRate(asked.workType(), date).map(Money::minor).orElse(null),
                asked.price() == null
                        ? version.currency()
                        : asked.price().money().currency().code(),
                version.taxRatePercent().orElse(null));
    }
}

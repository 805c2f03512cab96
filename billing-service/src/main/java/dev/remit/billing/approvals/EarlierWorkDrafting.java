package dev.remit.billing.approvals;

import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Drafts quotes for work that is recorded already, for the desk to send: a further one for work that began before the
 * approval, a first one where some work on an item has to be approved, such as that at the weekend, and was done.
 */
@ApplicationScoped
class EarlierWorkDrafting {
    private final Quotes quotes;
    private final QuoteDrafting drafting;
    private final QuoteEvents events;
    private final RecordedWork recorded;
    private final QuoteEstimates estimates;
    private final Work work;
    private final Ids ids;
    private final TenantClock clock;

    EarlierWorkDrafting(
            Quotes quotes,
            QuoteDrafting drafting,
            QuoteEvents events,
            RecordedWork recorded,
            QuoteEstimates estimates,
            Work work,
            Ids ids,
            TenantClock clock) {
        this.quotes = quotes;
        this.drafting = drafting;
        this.events = events;
        this.recorded = recorded;
        this.estimates = estimates;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    void draft(@Observes WorkHeldForApproval held) {
        held.workItemIds().forEach(workItem -> draft(held.clientId(), workItem));
    }

    /** One at a time: a draft follows the work until somebody changes it, and one that is out is waited for. */
    private void draft(UUID clientId, UUID workItemId) {
        List<Quote> open = quotes.openOf(workItemId);
        if (open.isEmpty()) {
            Ruling ruling = work.ruling(workItemId).orElseThrow();
            boolean first = quotes.initialOf(workItemId).isEmpty();
            Optional<Quote> earlier = quotes.approvedOf(workItemId).stream().findFirst();
            Optional<QuoteTerms> terms = drafting.terms(ruling).or(() -> earlier.map(quote -> quote.terms()));
            if (terms.isPresent()
                    && (first ? !ruling.needsApproval() : earlier.isPresent())
                    && !work.isCalledOff(ruling.ticketId())
                    && !recorded.of(clientId, workItemId).isEmpty()) {
                QuoteKind kind = first ? QuoteKind.INITIAL : QuoteKind.FURTHER;
                Quote quote = new Quote(ids.next(), kind, workItemId, ruling.ticketId(), clientId, clock.now());
                quote.bindTo(terms.get());
                quote.summarise(first ? QuoteDrafting.summary(ruling) : "Work done before the approval");
                earlier.ifPresentOrElse(quote::addressAs, () -> drafting.addressToOnlyApprover(quote));
                price(quote);
                quotes.persist(quote);
                events.drafted(quote);
            }
        } else {
            boolean recordedOnly = !work.ruling(workItemId).orElseThrow().needsApproval();
            open.stream()
                    .filter(quote -> quote.status() == QuoteStatus.DRAFT && followsRecordedWork(quote, recordedOnly))
                    .forEach(this::price);
        }
    }

    /** @param recordedOnly whether nothing has to be approved but what is recorded already */
    private static boolean followsRecordedWork(Quote quote, boolean recordedOnly) {
        return quote.linesFrom() == LinesFrom.RECORDED
                || (recordedOnly && quote.linesFrom() == LinesFrom.RULING && !quote.isTouched());
    }

    private void price(Quote quote) {
        boolean any = estimates.byRecordedWork(quote);
        if (!any && !quote.isTouched()) {
            quote.withdraw(clock.now());
        }
    }
}

package dev.remit.billing.approvals;

import dev.remit.billing.approvals.RecordedWork.Recorded;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
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
    private final Work work;
    private final Ids ids;
    private final TenantClock clock;

    EarlierWorkDrafting(
            Quotes quotes,
            QuoteDrafting drafting,
            QuoteEvents events,
            RecordedWork recorded,
            Work work,
            Ids ids,
            TenantClock clock) {
        this.quotes = quotes;
        this.drafting = drafting;
        this.events = events;
        this.recorded = recorded;
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
            Optional<QuoteTerms> terms = drafting.terms(ruling).or(() -> earlier.map(quote -> quote.terms));
            if (terms.isPresent()
                    && (first ? !ruling.needsApproval() : earlier.isPresent())
                    && !work.isCalledOff(ruling.ticketId())
                    && !recorded.of(clientId, workItemId).isEmpty()) {
                QuoteKind kind = first ? QuoteKind.INITIAL : QuoteKind.FURTHER;
                Quote quote = new Quote(ids.next(), kind, workItemId, ruling.ticketId(), clientId, clock.now());
                quote.terms = terms.get();
                quote.summary = first ? QuoteDrafting.summary(ruling) : "Work done before the approval";
                earlier.ifPresentOrElse(quote::addressAs, () -> drafting.addressToOnlyApprover(quote));
                price(quote);
                quotes.persist(quote);
                events.drafted(quote);
            }
        } else {
            boolean recordedOnly = !work.ruling(workItemId).orElseThrow().needsApproval();
            open.stream()
                    .filter(quote -> (quote.kind == QuoteKind.FURTHER || recordedOnly)
                            && quote.status == QuoteStatus.DRAFT
                            && !quote.touched
                            && quote.estimateMinutes != null)
                    .forEach(this::price);
        }
    }

    private void price(Quote quote) {
        List<Recorded> shown = recorded.of(quote.clientId, quote.workItemId);
        if (shown.isEmpty()) {
            quote.withdraw(clock.now());
            return;
        }
        long minutes = shown.stream().mapToLong(Recorded::minutes).sum();
        Money amount = Sums.of(shown.stream().map(Recorded::amount).filter(Objects::nonNull))
                .in(MinorUnits.of(quote.terms.currency()));
        quote.estimateMinutes = (int) Math.clamp(minutes, 1, QuoteChange.MOST_MINUTES);
        quote.estimateMinor = amount.isPositive() ? amount.minor() : null;
        quote.capMinor = quote.estimateMinor;
    }
}

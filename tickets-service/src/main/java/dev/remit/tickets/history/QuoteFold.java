package dev.remit.tickets.history;

import dev.remit.engines.explanation.EventNote;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.WaitReason;
import dev.remit.tickets.history.TicketEvent.Kind;
import dev.remit.tickets.history.TicketEvent.Source;
import dev.remit.tickets.quotes.QuoteWait;
import dev.remit.tickets.quotes.QuoteWait.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Derives the waits for approval: from the first quote that is out until none is out any more. */
final class QuoteFold {
    /** A quote going out or coming back. */
    private record Turn(Instant at, Instant knownAt, int out, String key) {}

    private static final String BEGUN = "quote ";
    private static final String DECIDED = " decided";

    private QuoteFold() {}

    static void fold(List<QuoteWait> quotes, Instant knownBy, List<SlaEvent> events, List<TicketEvent> ticketEvents) {
        List<Turn> turns = new ArrayList<>();
        for (QuoteWait quote : quotes) {
            if (quote.sending().filter(sent -> !sent.knownAt().isAfter(knownBy)).isPresent()) {
                Moment sent = quote.sending().orElseThrow();
                turns.add(new Turn(sent.at(), sent.knownAt(), 1, begunBy(quote)));
                ticketEvents.add(told(sent, Kind.QUOTE_SENT, quote, quote.approver()));
                quote.deciding()
                        .filter(decided -> !decided.knownAt().isAfter(knownBy))
                        .ifPresent(decided -> {
                            turns.add(new Turn(decided.at(), decided.knownAt(), -1, decidedBy(quote)));
                            ticketEvents.add(told(decided, Kind.QUOTE_DECIDED, quote, quote.decision()));
                        });
            }
        }
        turns.sort(Comparator.comparing(Turn::at)
                .thenComparing(Comparator.comparing(Turn::out).reversed())
                .thenComparing(Turn::key));
        int out = 0;
        for (Turn turn : turns) {
            boolean begins = out == 0 && turn.out() > 0;
            out += turn.out();
            if (begins) {
                events.add(new SlaEvent(
                        turn.key(), turn.at(), turn.knownAt(), new Fact.WaitStarted(WaitReason.APPROVAL, null)));
            } else if (out == 0) {
                events.add(
                        new SlaEvent(turn.key(), turn.at(), turn.knownAt(), new Fact.WaitEnded(WaitReason.APPROVAL)));
            }
        }
    }

    /** The key of the event by which a wait for a quote may begin. */
    private static String begunBy(QuoteWait quote) {
        return BEGUN + quote.quoteId();
    }

    private static String decidedBy(QuoteWait quote) {
        return begunBy(quote) + DECIDED;
    }

    /** Who is asked by each quote, and what came of it. */
    static Map<String, EventNote> notes(List<QuoteWait> quotes) {
        Map<String, EventNote> notes = new HashMap<>();
        for (QuoteWait quote : quotes) {
            notes.put(begunBy(quote), new EventNote(quote.approver(), null, null));
            notes.put(decidedBy(quote), new EventNote(quote.approver(), null, quote.decision()));
        }
        return notes;
    }

    private static TicketEvent told(Moment moment, Kind kind, QuoteWait quote, String what) {
        return new TicketEvent(
                moment.at(), moment.knownAt(), kind, quote.quoteId().toString(), Source.BILLING, null, what);
    }
}

package dev.remit.tickets.changes;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.json.CanonicalRecords;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.CandidateBook;
import dev.remit.tickets.changes.CandidateRequest.Part;
import dev.remit.tickets.changes.ChangesPage.RulingChange;
import dev.remit.tickets.changes.ChangesPage.TicketChange;
import dev.remit.tickets.clocks.CandidateClocks;
import dev.remit.tickets.clocks.ClockChange;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.rulings.CandidateRuling;
import dev.remit.tickets.rulings.CandidateRulings;
import dev.remit.tickets.rulings.CandidateVolumes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets tickets beside what they would be with a version in force that nobody has signed, a page at a time. */
@ApplicationScoped
class Changes {
    static final int PAGE = 50;

    private final Tickets tickets;
    private final Agreements agreements;
    private final CandidateRulings rulings;
    private final CandidateClocks clocks;
    private final TenantClock clock;

    Changes(
            Tickets tickets,
            Agreements agreements,
            CandidateRulings rulings,
            CandidateClocks clocks,
            TenantClock clock) {
        this.tickets = tickets;
        this.agreements = agreements;
        this.rulings = rulings;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** As the tenant. */
    @ConsistentRead
    ChangesPage page(CandidateRequest asked) {
        Instant now = clock.now();
        CandidateBook book =
                new CandidateBook(agreements, CanonicalJson.bytes(asked.document()), asked.mode(), asked.from(), now);
        CandidateVolumes volumes = asked.takenBefore();
        List<Ticket> page = tickets.createdBetween(
                asked.clientId(), asked.from(), asked.to(), Optional.ofNullable(asked.after()), PAGE);
        int looked = 0;
        List<TicketChange> changes = new ArrayList<>();
        List<Map<String, Object>> ruled = new ArrayList<>();
        for (Ticket ticket : page) {
            PinnedTerms pin = ticket.pin().orElseThrow();
            if (!isBetween(ticket, pin, asked)) {
                continue;
            }
            looked++;
            Optional<CandidateRuling> would = rulings.of(ticket, pin, book, volumes);
            if (asked.wanted() == Part.RULINGS) {
                would.ifPresent(
                        ruling -> ruling.workItems().forEach(item -> ruled.add(CanonicalRecords.members(item.told()))));
            } else {
                would.flatMap(ruling -> change(ticket, ruling, book, now)).ifPresent(changes::add);
            }
        }
        return new ChangesPage(
                looked,
                changes,
                ruled,
                volumes.all(),
                page.size() < PAGE ? null : page.getLast().id(),
                0);
    }

    private static boolean isBetween(Ticket ticket, PinnedTerms pin, CandidateRequest asked) {
        LocalDate created = LocalDate.ofInstant(ticket.createdAt(), pin.zone());
        return !created.isBefore(asked.from()) && created.isBefore(asked.to());
    }

    private Optional<TicketChange> change(Ticket ticket, CandidateRuling would, CandidateBook book, Instant now) {
        List<RulingChange> ruled = would.workItems().stream()
                .filter(CandidateRuling.Item::isOther)
                .map(RulingChange::of)
                .toList();
        List<ClockChange> moved = clocks.changes(ticket, would.pin(), would.ruledUnder(), book, now);
        return ruled.isEmpty() && moved.isEmpty()
                ? Optional.empty()
                : Optional.of(TicketChange.of(ticket, ruled, moved));
    }
}

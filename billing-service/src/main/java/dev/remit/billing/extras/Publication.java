package dev.remit.billing.extras;

import dev.remit.billing.agreements.Agreements;
import dev.remit.billing.books.BookChanged;
import dev.remit.billing.books.ClientBook;
import dev.remit.billing.books.CutOffs.Closing;
import dev.remit.billing.books.CutOffs.Locked;
import dev.remit.billing.books.FinancePositions;
import dev.remit.billing.books.FinancePositions.Counts;
import dev.remit.billing.books.TicketChains;
import dev.remit.billing.clients.Clients;
import dev.remit.billing.clients.Clients.ClientName;
import dev.remit.billing.work.Work;
import dev.remit.engines.ledger.ChangedFacts;
import dev.remit.engines.money.Sums;
import dev.remit.engines.rating.Grouping;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Hands lines to finance: position, batch, acknowledgement. Each step is taken once and never back. */
@ApplicationScoped
public class Publication {
    /** So many that a step takes a second or two, while which the books concerned are open to nobody else. */
    private static final int LINES_A_STEP = 500;

    /** How many lines are in memory at once. */
    private static final int LINES_AT_ONCE = 500;

    private final Extras extras;
    private final BilledWork billedWork;
    private final LineJournal journal;
    private final ClientBook book;
    private final FinancePositions head;
    private final Work work;
    private final Clients clients;
    private final TenantClock clock;
    private final TicketChains chains;
    private final Evidence evidence;
    private final Agreements agreements;
    private final Event<BookChanged> bookChanged;

    Publication(
            Extras extras,
            BilledWork billedWork,
            LineJournal journal,
            ClientBook book,
            FinancePositions head,
            Work work,
            Clients clients,
            TenantClock clock,
            TicketChains chains,
            Evidence evidence,
            Agreements agreements,
            Event<BookChanged> bookChanged) {
        this.extras = extras;
        this.billedWork = billedWork;
        this.journal = journal;
        this.book = book;
        this.head = head;
        this.work = work;
        this.clients = clients;
        this.clock = clock;
        this.chains = chains;
        this.evidence = evidence;
        this.agreements = agreements;
        this.bookChanged = bookChanged;
    }

    /** @param more whether lines of the cut-off are left for another step */
    public record Step(Locked locked, boolean more) {}

    /** One line with its client's name, for documents. */
    public record PublishedLine(ExtraView extra, String clientName) {}

    /**
     * Locks the next lines of a cut-off, some hundreds at most: those that are open and billed through its date and stood
     * when it was made. They get their positions in the order of the work.
     */
    public Step lock(Closing closing) {
        Map<String, Object> values = Map.of("through", closing.through(), "made", closing.id());
        Optional<UUID> client = Optional.ofNullable(closing.clientId());
        Set<UUID> books = open(extras.clientsOfNext(Extras.TO_LOCK, client, values, LINES_A_STEP));
        Counts counts = head.lock();
        List<Extra> lines = extras.next(Extras.TO_LOCK, books, values, LINES_A_STEP);
        if (lines.isEmpty()) {
            return new Step(Locked.NOTHING, false);
        }
        long position = counts.position();
        Instant now = clock.now();
        for (Extra line : lines) {
            line.lock(++position, now);
        }
        journal.add(lines, LineEvent.LOCKED, closing.cause(), now);
        billedWork.add(lines);
        head.advance(new Counts(position, counts.batch()));
        prove(lines, closing.cause());
        settle(lines);
        roundAgain(lines, closing.cause());
        return new Step(
                new Locked(lines.size(), counts.position() + 1, position, billed(lines)), lines.size() >= LINES_A_STEP);
    }

    private static Sums billed(List<Extra> lines) {
        return Sums.of(lines.stream().map(line -> line.figures().billed()));
    }

    /** What a cut-off would lock now, before anybody closes a book. */
    public Locked preview(LocalDate through, Optional<UUID> client) {
        return extras.toLock(through, client);
    }

    /** A published line is one that finance has at a position, with the figures that its chain gives last. */
    private void prove(List<Extra> locked, String cause) {
        Map<UUID, List<Object>> byTicket = new TreeMap<>();
        for (Extra line : locked) {
            byTicket.computeIfAbsent(line.basis().ticketId(), ticket -> new ArrayList<>())
                    .add(Map.of("extraId", line.id().toString(), "position", line.position()));
        }
        chains.openAll(byTicket.keySet());
        byTicket.forEach((ticket, lines) ->
                evidence.append(ticket, EvidenceKind.PUBLISHED, Map.of("cause", cause, "lines", lines)));
    }

    /** Entries of which nothing is left to publish; what waits for room is found by its lines. */
    private void settle(List<Extra> locked) {
        Set<UUID> entries = locked.stream().map(line -> line.timeEntryId()).collect(Collectors.toSet());
        extras.flush();
        work.settle(extras.withoutUnpublished(entries));
    }

    /** What was rounded together with lines that finance has now is rounded without them. */
    private void roundAgain(List<Extra> locked, String cause) {
        Map<UUID, Set<UUID>> byClient = new TreeMap<>();
        locked.forEach(line -> byClient.computeIfAbsent(line.clientId(), client -> new HashSet<>())
                .add(line.timeEntryId()));
        byClient.forEach((client, entries) -> {
            if (!agreements.versionsOf(client).groupings().equals(Set.of(Grouping.ENTRY))) {
                bookChanged.fire(new BookChanged(client, cause, ChangedFacts.ofEntries(entries)));
            }
        });
    }

    public List<ExtraView> feed(long after, int limit) {
        List<Extra> lines = extras.find("position > ?1 order by position", after)
                .range(0, limit - 1)
                .list();
        Map<UUID, ClientName> names = names(lines);
        return lines.stream()
                .map(line -> ExtraView.of(line, names.get(line.clientId())))
                .toList();
    }

    /**
     * Puts every published line that finance does not have yet into a new batch.
     *
     * @param file takes its lines in the order of their positions, some hundreds at once
     * @return the batch's number; empty if there is no such line
     */
    public Optional<Long> batch(Optional<UUID> client, BatchFile file) {
        Set<UUID> books = open(extras.clientsWith(Extras.TO_EXPORT, client, Map.of()));
        Counts counts = head.lock();
        long number = counts.batch() + 1;
        Instant now = clock.now();
        int exported = inPages(Extras.TO_EXPORT, books, Map.of(), lines -> {
            for (Extra line : lines) {
                line.export(number);
            }
            journal.add(lines, LineEvent.EXPORTED, "batch " + number, now);
            Map<UUID, ClientName> names = names(lines);
            file.add(number, lines.stream().map(line -> published(line, names)).toList());
        });
        if (exported == 0) {
            return Optional.empty();
        }
        head.advance(new Counts(counts.position(), number));
        return Optional.of(number);
    }

    private static PublishedLine published(Extra line, Map<UUID, ClientName> names) {
        ClientName name = names.get(line.clientId());
        return new PublishedLine(ExtraView.of(line, name), name == null ? null : name.name());
    }

    /** Where the lines of a batch go. */
    @FunctionalInterface
    public interface BatchFile {
        void add(long batch, List<PublishedLine> lines);
    }

    /** Finance has everything up to a position; gives how many lines it had not acknowledged before. */
    public int acknowledgeThrough(long position, String reference) {
        return acknowledge(Extras.TO_ACKNOWLEDGE, Map.of("last", position), reference);
    }

    /** Finance has a batch; gives how many lines it had not acknowledged before. */
    public int acknowledgeBatch(long number, String reference) {
        return acknowledge(Extras.TO_ACKNOWLEDGE_OF_BATCH, Map.of("number", number), reference);
    }

    private int acknowledge(String which, Map<String, Object> values, String reference) {
        Set<UUID> books = open(extras.clientsWith(which, Optional.empty(), values));
        Instant now = clock.now();
        return inPages(which, books, values, lines -> {
            for (Extra line : lines) {
                line.acknowledge(reference, now);
            }
            journal.add(lines, LineEvent.ACKNOWLEDGED, reference, now);
        });
    }

    /** Changes the published lines that fit, some hundreds at once; gives how many they were. */
    private int inPages(String which, Set<UUID> books, Map<String, Object> values, Consumer<List<Extra>> change) {
        int count = 0;
        List<Extra> lines = extras.published(which, books, values, 0, LINES_AT_ONCE);
        while (!lines.isEmpty()) {
            change.accept(lines);
            extras.release(lines);
            count += lines.size();
            lines = extras.published(which, books, values, lines.getLast().position(), LINES_AT_ONCE);
        }
        return count;
    }

    private Set<UUID> open(Collection<UUID> clientIds) {
        book.openAll(clientIds);
        return Set.copyOf(clientIds);
    }

    private Map<UUID, ClientName> names(List<Extra> lines) {
        return clients.names(lines.stream().map(line -> line.clientId()).toList());
    }
}

package dev.remit.billing.extras;

import dev.remit.billing.books.ClientBook;
import dev.remit.billing.books.FinanceHead;
import dev.remit.billing.books.FinanceHead.Counts;
import dev.remit.billing.clients.Clients;
import dev.remit.billing.clients.Clients.ClientName;
import dev.remit.billing.work.Work;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands lines to finance: position, batch, acknowledgement. Each step is taken once and never back. */
@ApplicationScoped
public class Publication {
    private final Extras extras;
    private final ClientBook book;
    private final FinanceHead head;
    private final Work work;
    private final Clients clients;
    private final TenantClock clock;
    private final Evidence evidence;

    Publication(
            Extras extras,
            ClientBook book,
            FinanceHead head,
            Work work,
            Clients clients,
            TenantClock clock,
            Evidence evidence) {
        this.extras = extras;
        this.book = book;
        this.head = head;
        this.work = work;
        this.clients = clients;
        this.clock = clock;
        this.evidence = evidence;
    }

    /** @param billedMinor by currency */
    public record Published(int lines, Long first, Long last, Map<String, Long> billedMinor) {}

    /** One line with its client's name, for documents. */
    public record PublishedLine(ExtraView extra, String clientName) {}

    /** Locks what is open and billed through a date, and gives it its positions in the order of the work. */
    public Published lock(LocalDate through, Optional<UUID> client, String cause) {
        Set<UUID> books = open(extras.clientsWith(Extras.TO_LOCK, client, Map.of("through", through)));
        Counts counts = head.lock();
        List<Extra> lines = extras.of(Extras.TO_LOCK, books, Map.of("through", through));
        long position = counts.position();
        Instant now = clock.now();
        Map<String, Long> billed = new HashMap<>();
        for (Extra line : lines) {
            line.position = ++position;
            line.lockedAt = now;
            change(line, Change.LOCKED, cause, now);
            billed.merge(line.figures.currency(), line.figures.billedMinor(), Math::addExact);
        }
        head.advance(new Counts(position, counts.batch()));
        prove(lines, cause);
        settle(lines);
        return lines.isEmpty()
                ? new Published(0, null, null, billed)
                : new Published(lines.size(), counts.position() + 1, position, billed);
    }

    /** A published line is one that finance has at a position, with the figures that its chain gives last. */
    private void prove(List<Extra> locked, String cause) {
        Map<UUID, List<Object>> byTicket = new TreeMap<>();
        for (Extra line : locked) {
            byTicket.computeIfAbsent(line.grounds.ticketId(), ticket -> new ArrayList<>())
                    .add(Map.of("extraId", line.id.toString(), "position", line.position));
        }
        byTicket.forEach((ticket, lines) ->
                evidence.append(ticket, EvidenceKind.PUBLISHED, Map.of("cause", cause, "lines", lines)));
    }

    /** Entries of which nothing is left to publish or release. */
    private void settle(List<Extra> locked) {
        Set<UUID> entries = locked.stream().map(line -> line.timeEntryId).collect(Collectors.toSet());
        extras.flush();
        Set<UUID> unfinished = entries.isEmpty()
                ? Set.of()
                : extras.list("timeEntryId in ?1", entries).stream()
                        .filter(Extra::isUnfinished)
                        .map(line -> line.timeEntryId)
                        .collect(Collectors.toSet());
        work.settle(entries.stream().filter(id -> !unfinished.contains(id)).toList());
    }

    public List<ExtraView> feed(long after, int limit) {
        List<Extra> lines = extras.find("position > ?1 order by position", after)
                .range(0, limit - 1)
                .list();
        Map<UUID, ClientName> names = names(lines);
        return lines.stream()
                .map(line -> ExtraView.of(line, names.get(line.clientId)))
                .toList();
    }

    /** Puts every published line that finance does not have yet into a new one; none if there is no such line. */
    public Optional<Batch> batch(Optional<UUID> client) {
        Set<UUID> books = open(extras.clientsWith(Extras.TO_EXPORT, client, Map.of()));
        Counts counts = head.lock();
        List<Extra> lines = extras.of(Extras.TO_EXPORT, books, Map.of());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        long number = counts.batch() + 1;
        head.advance(new Counts(counts.position(), number));
        Map<UUID, ClientName> names = names(lines);
        List<PublishedLine> published = new ArrayList<>();
        Instant now = clock.now();
        for (Extra line : lines) {
            line.batchNumber = number;
            change(line, Change.EXPORTED, "batch " + number, now);
            ClientName name = names.get(line.clientId);
            published.add(new PublishedLine(ExtraView.of(line, name), name == null ? null : name.name()));
        }
        return Optional.of(new Batch(number, published));
    }

    public record Batch(long number, List<PublishedLine> lines) {}

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
        List<Extra> lines = extras.of(which, books, values);
        for (Extra line : lines) {
            line.acknowledgement = reference;
            line.acknowledgedAt = now;
            change(line, Change.ACKNOWLEDGED, reference, now);
        }
        return lines.size();
    }

    private void change(Extra line, Change what, String cause, Instant now) {
        line.settleStatus();
        extras.journal(line, what, cause, now);
    }

    private Set<UUID> open(List<UUID> clientIds) {
        book.openAll(clientIds);
        return Set.copyOf(clientIds);
    }

    private Map<UUID, ClientName> names(List<Extra> lines) {
        return clients.names(lines.stream().map(line -> line.clientId).toList());
    }
}

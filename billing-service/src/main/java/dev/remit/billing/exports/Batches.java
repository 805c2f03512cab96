package dev.remit.billing.exports;

import dev.remit.billing.books.FinancePositions;
import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.billing.clients.Clients.ClientName;
import dev.remit.billing.extras.Publication;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes batches and takes finance's word that it has them. */
@ApplicationScoped
class Batches {
    private final Rows rows;
    private final Receipts receipts;
    private final BatchParts parts;
    private final Publication publication;
    private final FinancePositions head;
    private final Clients clients;
    private final Outbox outbox;
    private final Caller caller;
    private final Ids ids;
    private final TenantClock clock;

    Batches(
            Rows rows,
            Receipts receipts,
            BatchParts parts,
            Publication publication,
            FinancePositions head,
            Clients clients,
            Outbox outbox,
            Caller caller,
            Ids ids,
            TenantClock clock) {
        this.rows = rows;
        this.receipts = receipts;
        this.parts = parts;
        this.publication = publication;
        this.head = head;
        this.clients = clients;
        this.outbox = outbox;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param clientCode whose lines; everybody's if null */
    BatchView make(String clientCode) {
        Optional<UUID> client = Optional.ofNullable(clientCode).map(this::client);
        UUID id = ids.next();
        BatchParts.Writer file = parts.writer(id);
        long number = publication
                .batch(client, file)
                .orElseThrow(() -> Problem.wrongState("No locked line waits for export."));
        ExportBatch batch = new ExportBatch(id, number, client.orElse(null), file, clock.now(), caller.username());
        rows.persist(batch);
        BatchView view = view(batch);
        outbox.append("BatchCreated", id, BatchCreated.of(batch, view));
        return view;
    }

    private UUID client(String code) {
        return clients.byCode(code)
                .map(ClientFacts::clientId)
                .orElseThrow(() -> Problem.invalid("clientCode", "is not a client of yours", "unknown"));
    }

    ExportBatch require(long number) {
        return rows.find("number", number).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /** Newest first. */
    Page<BatchView> page(Paging paging) {
        long before = paging.after(1).map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        List<ExportBatch> found = rows.find("number < ?1 order by number desc", before)
                .range(0, paging.limit())
                .list();
        return Page.of(views(found), paging.limit(), Function.identity(), batch -> Cursor.after(batch.number()));
    }

    /** Said again with the same reference it changes nothing. */
    BatchView acknowledge(long number, ReceiptRequest request) {
        ExportBatch batch = require(number);
        requireTotal(batch, request.total());
        publication.acknowledgeBatch(number, request.reference());
        head.lock();
        BatchAcknowledgement before = receipts.findById(batch.id());
        if (before == null) {
            receipts.persist(new BatchAcknowledgement(batch.id(), request.reference(), clock.now(), caller.username()));
        } else {
            before.requireSame(request.reference());
        }
        return view(batch);
    }

    private static void requireTotal(ExportBatch batch, MoneyJson total) {
        if (total != null && !batch.totals().contains(total)) {
            throw Problem.conflict(
                            "The batch adds up to " + text(batch.totals()) + ", not to " + text(List.of(total)) + ".")
                    .member("batchTotals", batch.totals())
                    .member("total", total);
        }
    }

    private static String text(List<MoneyJson> sums) {
        return String.join(
                " and ",
                sums.stream().map(sum -> sum.amount() + " " + sum.currency()).toList());
    }

    BatchView view(ExportBatch batch) {
        return views(List.of(batch)).getFirst();
    }

    List<BatchView> views(List<ExportBatch> batches) {
        Map<UUID, ClientName> names = clients.names(
                batches.stream().flatMap(batch -> batch.clientId().stream()).collect(Collectors.toSet()));
        Map<UUID, BatchAcknowledgement> given = batches.isEmpty()
                ? Map.of()
                : receipts
                        .list(
                                "batchId in ?1",
                                batches.stream().map(ExportBatch::id).toList())
                        .stream()
                        .collect(Collectors.toMap(BatchAcknowledgement::batchId, Function.identity()));
        return batches.stream()
                .map(batch -> BatchView.of(batch, code(batch, names), given.get(batch.id())))
                .toList();
    }

    private static String code(ExportBatch batch, Map<UUID, ClientName> names) {
        return batch.clientId().map(names::get).map(ClientName::code).orElse(null);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ExportBatch, UUID> {}

    @ApplicationScoped
    static class Receipts implements PanacheRepositoryBase<BatchAcknowledgement, UUID> {}
}

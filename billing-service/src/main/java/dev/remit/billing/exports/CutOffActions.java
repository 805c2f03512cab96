package dev.remit.billing.exports;

import dev.remit.billing.books.CutOffs;
import dev.remit.billing.books.CutOffs.Closing;
import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.billing.clients.Clients.ClientName;
import dev.remit.billing.extras.Publication;
import dev.remit.billing.extras.Publication.Step;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Closes dates that are over for the clients concerned, and takes the steps in which lines are locked. */
@ApplicationScoped
class CutOffActions {
    private final CutOffs cutOffs;
    private final Publication publication;
    private final Clients clients;
    private final TenantClock clock;

    CutOffActions(CutOffs cutOffs, Publication publication, Clients clients, TenantClock clock) {
        this.cutOffs = cutOffs;
        this.publication = publication;
        this.clients = clients;
        this.clock = clock;
    }

    /** Closes a date and takes the first step. */
    CutOffView make(LocalDate through, String clientCode, String by) {
        Optional<UUID> client = client(clientCode);
        requireOver(through, client);
        Closing closing = cutOffs.close(through, client.orElse(null), clock.now(), by);
        Step step = publication.lock(closing);
        cutOffs.stepTaken(closing, 1, step.locked(), step.more());
        return CutOffView.of(closing, clientCode, step.locked(), step.more());
    }

    /** Takes the next step of a cut-off; false where somebody else is at it or none is left. */
    boolean goOn(UUID id) {
        Optional<Integer> taken = cutOffs.claim(id);
        taken.ifPresent(steps -> {
            Closing closing = cutOffs.find(id).orElseThrow();
            Step step = publication.lock(closing);
            cutOffs.stepTaken(closing, steps + 1, step.locked(), step.more());
        });
        return taken.isPresent();
    }

    /** @param wanted the date; null for the latest that can be closed: yesterday, in the zone where that is earliest */
    CutOffPreview preview(LocalDate wanted, String clientCode) {
        Optional<UUID> client = client(clientCode);
        LocalDate through = wanted == null ? latest(client) : wanted;
        requireOver(through, client);
        return CutOffPreview.of(through, clientCode, publication.preview(through, client));
    }

    CutOffView require(UUID id) {
        return views(List.of(cutOffs.find(id).orElseThrow(Problem::notFound))).getFirst();
    }

    /** Newest first. */
    Page<CutOffView> page(Paging paging) {
        Optional<UUID> before = paging.after(1).map(cursor -> cursor.uuid(0));
        return Page.of(
                views(cutOffs.before(before, paging.limit() + 1)),
                paging.limit(),
                Function.identity(),
                made -> Cursor.after(made.id()));
    }

    private List<CutOffView> views(List<Closing> closings) {
        Set<UUID> underWay = cutOffs.underWay(closings.stream().map(Closing::id).toList());
        Map<UUID, ClientName> names = clients.names(closings.stream()
                .map(Closing::clientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return closings.stream()
                .map(closing -> CutOffView.of(
                        closing,
                        Optional.ofNullable(closing.clientId())
                                .map(names::get)
                                .map(ClientName::code)
                                .orElse(null),
                        cutOffs.locked(closing.id()),
                        underWay.contains(closing.id())))
                .toList();
    }

    private LocalDate latest(Optional<UUID> client) {
        Instant now = clock.now();
        return clients.zones(client).stream()
                .map(zone -> LocalDate.ofInstant(now, zone))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC))
                .minusDays(1);
    }

    private void requireOver(LocalDate through, Optional<UUID> client) {
        LocalDate latest = latest(client);
        if (through.isAfter(latest)) {
            throw Problem.invalid("through", "must be over for every client concerned: at most " + latest, "not-over");
        }
    }

    private Optional<UUID> client(String code) {
        return Optional.ofNullable(code).map(known -> clients.byCode(known)
                .map(ClientFacts::clientId)
                .orElseThrow(() -> Problem.invalid("clientCode", "is not a client of yours", "unknown")));
    }
}

package dev.remit.billing.books;

import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** When books were closed, and through which date. */
@ApplicationScoped
public class CutOffs {
    private final Rows rows;
    private final Ids ids;

    CutOffs(Rows rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** @param clientId null for a cut-off of every client's book */
    public record Closing(
            UUID clientId,
            LocalDate through,
            int lockedLines,
            Long firstPosition,
            Long lastPosition,
            Instant madeAt,
            String madeBy) {

        /** Whether work of that date was already closed when it became known. */
        public boolean precedes(LocalDate workDate, Instant knownAt) {
            return !workDate.isAfter(through) && madeAt.isBefore(knownAt);
        }
    }

    public void record(Closing closing) {
        CutOff row = new CutOff();
        row.id = ids.next();
        row.clientId = closing.clientId();
        row.throughDate = closing.through();
        row.lockedLines = closing.lockedLines();
        row.firstPosition = closing.firstPosition();
        row.lastPosition = closing.lastPosition();
        row.madeAt = closing.madeAt();
        row.madeBy = closing.madeBy();
        rows.persist(row);
    }

    /** Every closing of a client's book that closed a date or any after it. */
    public List<Closing> closingsOf(UUID clientId, LocalDate date) {
        return rows.list("throughDate >= ?1 and (clientId is null or clientId = ?2)", date, clientId).stream()
                .map(row -> new Closing(
                        row.clientId,
                        row.throughDate,
                        row.lockedLines,
                        row.firstPosition,
                        row.lastPosition,
                        row.madeAt,
                        row.madeBy))
                .toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CutOff, UUID> {}
}

package dev.remit.tickets.reviews;

import dev.remit.kit.tenancy.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Counts the names for which somebody must look, as the connections map them now. */
@ApplicationScoped
class UnmappedNames {
    /** More different names than an MSP looks through; those of which there are most are told. */
    static final int MOST = 500;

    private static final String COUNTS = """
            select r.connectionId, c.name, r.field, r.name, count(r), max(r.raisedAt)
            from Review r join Connection c on c.id = r.connectionId
            where r.cause = UNKNOWN_NAME and r.state = OPEN and r.name is not null
            and (:connection is null or c.name = :connection)
            group by r.connectionId, c.name, r.field, r.name
            order by count(r) desc, c.name, r.field, r.name
            """;

    private final EntityManager entities;
    private final Caller caller;

    UnmappedNames(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Those on most objects first; to a machine client of one connection those of that alone. */
    List<UnmappedName> list() {
        return entities.createQuery(COUNTS, UnmappedName.class)
                .setParameter("connection", caller.connection().orElse(null))
                .setMaxResults(MOST)
                .getResultList();
    }
}

package dev.remit.tickets.agreements;

import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Documents implements PanacheRepositoryBase<Document, UUID> {
    private final Ids ids;

    Documents(Ids ids) {
        this.ids = ids;
    }

    Optional<Document> hashed(String sha256) {
        return find("sha256", sha256).firstResultOptional();
    }

    void keep(String sha256, byte[] bytes) {
        if (hashed(sha256).isEmpty()) {
            persist(new Document(ids.next(), sha256, bytes));
        }
    }
}

package dev.remit.tickets.sql;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of catalogue versions, by hash. Two rulings that are given at once may both be the first by a version, so that
 * keeping what is kept already is no fault.
 */
@ApplicationScoped
public class CatalogueVersionSql {
    static final String KEEP =
            "INSERT IGNORE INTO catalogue_version (id, tenant_id, sha256, bytes) VALUES (?, ?, ?, ?)";
    static final String BYTES = "SELECT bytes FROM catalogue_version WHERE tenant_id = ? AND sha256 = ?";

    private final Sql sql;

    CatalogueVersionSql(Sql sql) {
        this.sql = sql;
    }

    public void keep(UUID tenant, UUID id, String hash, byte[] bytes) {
        sql.update(KEEP, id, tenant, hash, bytes);
    }

    public Optional<byte[]> bytes(UUID tenant, String hash) {
        return sql.first(BYTES, row -> row.bytes(1), tenant, hash);
    }
}

package dev.remit.contracts.catalogue;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** One thing that the MSP can be asked for. */
@Entity
@Audited("catalogue-item")
@Table(name = "catalogue_item")
public class CatalogueItem {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String code;
    private String name;
    private String category;
    private String meaning;

    @JdbcTypeCode(SqlTypes.JSON)
    private Matchers matchers;

    private boolean retired;

    @Version
    private int revision = 1;

    private Instant createdAt;

    @Unaudited("moves with every change")
    private Instant updatedAt;

    protected CatalogueItem() {}

    CatalogueItem(UUID id, String code, Instant now) {
        this.id = id;
        this.code = code;
        this.createdAt = now;
    }

    void take(ItemDetails details, Instant now) {
        name = details.name();
        category = details.category();
        meaning = details.meaning();
        matchers = details.matchers();
        retired = details.isRetired();
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** The group that rules can name; null for none. */
    public String category() {
        return category;
    }

    /** What it is, in a sentence; null for none. */
    public String meaning() {
        return meaning;
    }

    Matchers matchers() {
        return matchers;
    }

    public boolean retired() {
        return retired;
    }

    /** Grows when a change is flushed. */
    int revision() {
        return revision;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

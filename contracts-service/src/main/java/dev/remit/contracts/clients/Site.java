package dev.remit.contracts.clients;

import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A place where a client works. */
@Entity
@Audited("site")
@Table(name = "site")
class Site {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "client_id")
    private Client client;

    private String code;
    private String name;
    private String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ExternalRef> externalRefs;

    protected Site() {}

    Site(UUID id, Client client, String code) {
        this.id = id;
        this.client = client;
        this.code = code;
    }

    void take(SiteBody body) {
        name = body.name();
        timeZone = body.timeZone();
        externalRefs = List.copyOf(body.externalRefs());
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String code() {
        return code;
    }

    String timeZone() {
        return timeZone;
    }

    SiteBody body() {
        return new SiteBody(code, name, timeZone, externalRefs);
    }
}

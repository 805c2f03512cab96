package dev.remit.contracts.tenants;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The mark by which people know their MSP. It has the id of its tenant. */
@Entity
@Audited("logo")
@Table(name = "logo")
class Logo {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Unaudited("named by its hash")
    private byte[] png;

    private String sha256;
    private int width;
    private int height;

    @Version
    private int revision = 1;

    @Unaudited("moves with every change")
    private Instant updatedAt;

    protected Logo() {}

    Logo(UUID tenant) {
        id = tenant;
    }

    void show(byte[] file, String hash, Png picture, Instant now) {
        png = file.clone();
        sha256 = hash;
        width = picture.width();
        height = picture.height();
        updatedAt = now;
    }

    String sha256() {
        return sha256;
    }

    LogoView view() {
        return new LogoView(LogoImage.PATH + "/" + id, sha256, png.length, width, height, updatedAt);
    }
}

package dev.remit.billing.volumes;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.engines.ledger.PieceKey;
import dev.remit.engines.ledger.VolumeUse;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What one piece of a time entry takes of an included volume; {@link VolumeUse} says what each of it means. */
@Entity
@Unaudited("follows from the lines, whose every change is in the journal")
@Table(name = "taken_volume")
class TakenVolume {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID clientId;
    private UUID timeEntryId;
    private String volume;
    private Instant startedAt;
    private Instant cutFrom;

    @Enumerated(EnumType.STRING)
    private Band band;

    private UUID visit;
    private long amount;
    private long beyond;
    private long included;
    private String factsHash;

    protected TakenVolume() {}

    TakenVolume(UUID id, UUID clientId, VolumeUse use) {
        this.id = id;
        this.clientId = clientId;
        timeEntryId = use.entryId();
        volume = name(use.volume());
        startedAt = use.start();
        cutFrom = use.piece().from();
        band = use.piece().band();
        visit = use.visit();
        amount = use.amount();
        beyond = use.beyond();
        included = use.included();
        factsHash = use.factsHash();
    }

    /** A count's name, which is the same for equal keys. */
    static String name(VolumeKey key) {
        return CanonicalJson.text(key);
    }

    static VolumeKey key(String name) {
        return Json.read(Json.parse(name.getBytes(StandardCharsets.UTF_8)), VolumeKey.class);
    }

    UUID clientId() {
        return clientId;
    }

    VolumeUse use() {
        return new VolumeUse(
                key(volume),
                timeEntryId,
                startedAt,
                new PieceKey(cutFrom, band, false),
                visit,
                amount,
                beyond,
                included,
                factsHash);
    }
}

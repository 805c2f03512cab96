package dev.remit.tickets.connections;

import dev.remit.engines.sla.MessageDelivery;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Withheld;
import dev.remit.kit.problem.Problem;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A source of tickets and time entries of one tenant. */
@Entity
@Audited("connection")
public class Connection {
    /** Characters of a signing key, at least. */
    static final int SHORTEST_KEY = 32;

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String name;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    @Withheld
    private String signingKey;

    @Convert(converter = TranslationColumn.class)
    private Translation translation;

    @Enumerated(EnumType.STRING)
    private MessageDelivery messages;

    private Instant createdAt;

    @Version
    private long version;

    protected Connection() {}

    Connection(UUID id, String name, Platform platform, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.platform = platform;
        this.createdAt = createdAt;
    }

    /** A signing key that nobody can guess. */
    static String newKey() {
        byte[] key = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** @param messages null for what is usual for the platform */
    void setUp(Translation translation, MessageDelivery messages, String signingKey) {
        this.translation = translation;
        this.messages = messages == null ? platform.usualMessages() : messages;
        if (signingKey != null) {
            this.signingKey = signingKey;
        }
    }

    /**
     * Says what one name of the source means, beside the others.
     *
     * @throws Problem validation, where there are too many
     */
    void map(NameTable table, String name, String means) {
        Translation changed = translation.with(table, name, means);
        if (changed.rows(table) > table.most()) {
            throw Problem.invalid(
                    "name", "is one more than the " + table.most() + " that a connection can map", "most");
        }
        translation = changed;
    }

    public UUID id() {
        return id;
    }

    /** Unique in the tenant; it never changes, since clients' references name it. */
    public String name() {
        return name;
    }

    Platform platform() {
        return platform;
    }

    /** Whether a platform's own words come this way, so that nobody else writes here. */
    public boolean isOfPlatform() {
        return platform != Platform.CANONICAL;
    }

    boolean hasSigningKey() {
        return signingKey != null;
    }

    public Translation translation() {
        return translation;
    }

    /** Whether the source tells what is written on its tickets. */
    public MessageDelivery messages() {
        return messages;
    }

    Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}

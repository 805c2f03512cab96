package dev.remit.tickets.clients;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A client as contracts-service last told of it. */
@Entity
@Unaudited("a copy of what contracts-service has")
public class Client {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String code;
    private String name;
    private String zone;
    private long revision;

    @Convert(converter = SitesColumn.class)
    private List<Site> sites;

    @Convert(converter = ApproversColumn.class)
    private List<Approver> approvers;

    protected Client() {}

    Client(UUID id) {
        this.id = id;
        this.revision = -1;
    }

    void apply(ClientFacts facts) {
        code = facts.code();
        name = facts.name();
        zone = facts.zone().getId();
        revision = facts.revision();
        sites = List.copyOf(facts.sites());
        approvers = List.copyOf(facts.approvers());
    }

    boolean isOlderThan(ClientFacts facts) {
        return revision < facts.revision();
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Whether an account is that of somebody who acts for the client now. */
    boolean hasActiveApprover(String login, String subject) {
        return approvers.stream().anyMatch(approver -> approver.isAccount(login, subject));
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** The site with the code, else the one that the connection calls by the key; each may be null. */
    public Optional<Site> site(String siteCode, String connection, String externalId) {
        return sites.stream()
                .filter(site -> siteCode != null
                        ? site.code().equals(siteCode)
                        : externalId != null && site.goesBy(connection, externalId))
                .findFirst();
    }
}

package dev.remit.contracts.clients;

import dev.remit.engines.agreement.SignedSite;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.people.Logins;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A customer of the MSP, with its sites and approvers. */
@Entity
@Audited("client")
@Table(name = "client")
public class Client {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String code;
    private String name;
    private String timeZone;
    private String currency;

    /** Null where nothing of it is on record. */
    @JdbcTypeCode(SqlTypes.JSON)
    private LegalEntity legal;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Contact> contacts;

    /** Counts the changes, also those to sites and approvers alone. */
    @Version
    private int revision = 1;

    private Instant createdAt;

    @Unaudited("moves with every change")
    private Instant updatedAt;

    @OneToMany(mappedBy = "client", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Site> sites = new ArrayList<>();

    @OneToMany(mappedBy = "client", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Approver> approvers = new ArrayList<>();

    @OneToMany(mappedBy = "client", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<ClientReference> references = new ArrayList<>();

    protected Client() {}

    Client(UUID id, String code, Instant now) {
        this.id = id;
        this.code = code;
        this.createdAt = now;
    }

    /** Takes over new details. Sites, approvers and references that stay under the same key stay the same rows. */
    void take(ClientDetails details, Instant now, Supplier<UUID> ids) {
        name = details.name();
        timeZone = details.timeZone();
        currency = details.currency();
        legal = details.legal();
        contacts = List.copyOf(details.contacts());
        KeyedRows.of(details.sites(), SiteBody::code)
                .replace(sites, Site::code, code -> new Site(ids.get(), this, code), Site::take);
        KeyedRows.of(details.approvers(), ApproverBody::loginKey)
                .replace(approvers, Approver::loginKey, login -> new Approver(ids.get(), this), Approver::take);
        KeyedRows.of(details.externalRefs(), ref -> ref)
                .replace(
                        references,
                        ClientReference::ref,
                        ref -> new ClientReference(ids.get(), this, ref),
                        (row, ref) -> {});
        updatedAt = now;
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

    /** The client's own zone, in which its dates are read. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    /** The client's local date at a moment. */
    public LocalDate dateAt(Instant moment) {
        return LocalDate.ofInstant(moment, timeZone());
    }

    public String currency() {
        return currency;
    }

    /** How contracts name it; empty where that is not on record. */
    public Optional<LegalEntity> legal() {
        return Optional.ofNullable(legal);
    }

    List<Contact> contacts() {
        return contacts;
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

    List<Site> sites() {
        return sites.stream().sorted(Comparator.comparing(Site::code)).toList();
    }

    List<Approver> approvers() {
        return approvers.stream()
                .sorted(Comparator.comparing(Approver::username))
                .toList();
    }

    List<ExternalRef> externalRefs() {
        return references.stream()
                .map(ClientReference::ref)
                .sorted(Comparator.comparing(ExternalRef::connection).thenComparing(ExternalRef::id))
                .toList();
    }

    /** The sites as a document names them, by code. */
    public List<SignedSite> signedSites() {
        return sites().stream()
                .map(site -> new SignedSite(site.code(), site.name(), ZoneId.of(site.timeZone())))
                .toList();
    }

    /** The zone of a site, if the client has one of that code. */
    public Optional<ZoneId> zoneOfSite(String siteCode) {
        return sites.stream()
                .filter(site -> site.code().equals(siteCode))
                .map(site -> ZoneId.of(site.timeZone()))
                .findFirst();
    }

    /** Who may sign and approve for the client now with an account, by its login and its id. */
    public Optional<Person> activeApprover(String login, String accountId) {
        return approvers.stream()
                .filter(approver -> approver.active() && approver.isAccount(login, accountId))
                .map(Approver::body)
                .map(approver -> new Person(approver.name(), approver.email()))
                .findFirst();
    }

    /** Who may sign and approve for the client now, by the login that the list has for them. */
    public Optional<Person> listedApprover(String login) {
        return approvers.stream()
                .filter(approver -> approver.active() && Logins.same(approver.username(), login))
                .map(Approver::body)
                .map(approver -> new Person(approver.name(), approver.email()))
                .findFirst();
    }

    /** Who may sign for the client now. */
    public List<Signer> signers() {
        return approvers.stream()
                .filter(Approver::active)
                .map(Approver::body)
                .map(approver -> new Signer(approver.name(), approver.email(), approver.username()))
                .toList();
    }

    /** Somebody who may sign, with the name they log in with. */
    public record Signer(String name, String email, String login) {}

    /** An approver as the client's list has them. */
    public record Person(String name, String email) {}

    /** Whether anybody may sign and approve for the client now. */
    public boolean hasActiveApprover() {
        return approvers.stream().anyMatch(Approver::active);
    }
}

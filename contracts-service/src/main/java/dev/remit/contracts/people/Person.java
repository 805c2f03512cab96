package dev.remit.contracts.people;

import dev.remit.contracts.RequestedOnce;
import dev.remit.contracts.keycloak.Accounts;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.idempotency.RequestKey;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.TenantId;

/** Somebody of the MSP, or an approver of a client of it, with an account in Keycloak. */
@Entity
@Audited("person")
@Table(name = "person")
class Person {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String login;
    private String firstName;
    private String lastName;
    private String email;

    @Convert(converter = PersonRolesColumn.class)
    private Set<PersonRole> roles;

    /** For whom an approver decides; null for the MSP's own. */
    private String client;

    /** The account's id, which its tokens name; null until it is there. */
    private String subject;

    private boolean active = true;

    /** Why they were let in no longer, or again; null where they always were. */
    private String stateReason;

    /** Grows with each change that Keycloak is to follow. */
    @Unaudited("counts the changes beside it")
    private int changes;

    /** The change that Keycloak has followed. */
    @Unaudited("counts the changes beside it")
    private int followed;

    @Unaudited("of the request that made it")
    private String requestKey;

    @Unaudited("of the request that made it")
    private byte[] requestDigest;

    @Version
    private int revision = 1;

    private Instant createdAt;

    @Unaudited("moves with every change")
    private Instant updatedAt;

    protected Person() {}

    Person(UUID id, NewPerson wanted, Instant now) {
        this.id = id;
        login = wanted.login();
        firstName = wanted.firstName();
        lastName = wanted.lastName();
        email = wanted.email();
        roles = EnumSet.copyOf(wanted.roles());
        client = wanted.client();
        createdAt = now;
        updatedAt = now;
    }

    void requestedBy(RequestKey request) {
        requestKey = request.key();
        requestDigest = request.digest();
    }

    UUID id() {
        return id;
    }

    String login() {
        return login;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String email() {
        return email;
    }

    Set<PersonRole> roles() {
        return roles;
    }

    boolean is(PersonRole role) {
        return roles.contains(role);
    }

    String client() {
        return client;
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    boolean active() {
        return active;
    }

    String stateReason() {
        return stateReason;
    }

    /** As Keycloak is to have them. */
    Accounts.Person account(UUID tenant) {
        return new Accounts.Person(
                tenant,
                login,
                firstName,
                lastName,
                email,
                roles.stream().map(PersonRole::role).collect(Collectors.toSet()),
                Optional.ofNullable(client));
    }

    void prepared(String account) {
        subject = account;
    }

    void become(Set<PersonRole> wanted, Instant now) {
        roles = EnumSet.copyOf(wanted);
        changed(now);
    }

    void stand(boolean wanted, String reason, Instant now) {
        active = wanted;
        stateReason = reason;
        changed(now);
    }

    private void changed(Instant now) {
        changes++;
        updatedAt = now;
    }

    int changes() {
        return changes;
    }

    boolean isFollowed() {
        return followed == changes;
    }

    void followed(int change) {
        followed = change;
    }

    RequestedOnce.Row requested() {
        return new RequestedOnce.Row(id, requestDigest.clone());
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

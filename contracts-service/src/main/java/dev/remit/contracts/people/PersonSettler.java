package dev.remit.contracts.people;

import dev.remit.contracts.keycloak.AccountChanges;
import dev.remit.contracts.keycloak.Accounts;
import dev.remit.contracts.keycloak.Accounts.Account;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Makes people's accounts in Keycloak, and has them follow what changes. */
@ApplicationScoped
class PersonSettler implements KeycloakWork.Settler {
    private final PersonRepository people;
    private final Accounts accounts;
    private final AccountChanges accountChanges;
    private final PersonEvents news;
    private final Tenancy tenancy;
    private final InstantSource clock;

    PersonSettler(
            PersonRepository people,
            Accounts accounts,
            AccountChanges accountChanges,
            PersonEvents news,
            Tenancy tenancy,
            InstantSource clock) {
        this.people = people;
        this.accounts = accounts;
        this.accountChanges = accountChanges;
        this.news = news;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public KeycloakWork.Kind kind() {
        return KeycloakWork.Kind.PERSON;
    }

    private record Wanted(Accounts.Person account, boolean isThere, boolean active, boolean follows, int change) {}

    @Override
    public Optional<Instant> settle(UUID tenant, UUID id) {
        Optional<Wanted> wanted = tenancy.callHereOrAs(tenant, () -> wanted(tenant, id));
        wanted.ifPresent(what -> settle(tenant, id, what));
        return Optional.empty();
    }

    private void settle(UUID tenant, UUID id, Wanted wanted) {
        Account account = ensure(tenant, id, wanted);
        if (!wanted.follows) {
            accounts.follow(account.subject(), wanted.account, wanted.active);
        }
        tenancy.callHereOrAs(tenant, () -> settled(id, account.subject(), wanted));
    }

    /** Empty where the account could never be made. */
    private Optional<Wanted> wanted(UUID tenant, UUID id) {
        return people.findByIdOptional(id)
                .map(person -> new Wanted(
                        person.account(tenant),
                        person.subject().isPresent(),
                        person.active(),
                        person.isFollowed(),
                        person.changes()));
    }

    private Account ensure(UUID tenant, UUID id, Wanted wanted) {
        try {
            return accounts.ensure(wanted.account, null);
        } catch (Accounts.Refused refused) {
            if (!wanted.isThere) {
                tenancy.callHereOrAs(tenant, () -> people.deleteById(id));
            }
            throw refused.problem("");
        }
    }

    private Void settled(UUID id, String subject, Wanted wanted) {
        Person person = people.require(id);
        boolean isNew = person.subject().isEmpty();
        person.prepared(subject);
        person.followed(wanted.change);
        if (isNew) {
            news.tell(person);
        }
        if (!wanted.follows && person.isFollowed() && person.active()) {
            accountChanges.goodFrom(id, subject, nextSecond());
        }
        return null;
    }

    /** A token says in whole seconds when it was issued. */
    private Instant nextSecond() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}

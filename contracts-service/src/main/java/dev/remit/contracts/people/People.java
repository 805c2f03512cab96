package dev.remit.contracts.people;

import dev.remit.contracts.PageById;
import dev.remit.contracts.Versioned;
import dev.remit.contracts.clients.Clients;
import dev.remit.contracts.keycloak.AccountChanges;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps the people, and notes down what is to do in Keycloak for them. */
@ApplicationScoped
public class People {
    private final PersonRepository people;
    private final Clients clients;
    private final KeycloakWork work;
    private final AccountChanges accountChanges;
    private final PersonEvents news;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Ids ids;

    People(
            PersonRepository people,
            Clients clients,
            KeycloakWork work,
            AccountChanges accountChanges,
            PersonEvents news,
            Tenancy tenancy,
            InstantSource clock,
            Ids ids) {
        this.people = people;
        this.clients = clients;
        this.work = work;
        this.accountChanges = accountChanges;
        this.news = news;
        this.tenancy = tenancy;
        this.clock = clock;
        this.ids = ids;
    }

    Page<PersonView> list(Paging paging) {
        return Page.of(
                PageById.of(people, paging.after(1), paging.limit()),
                paging.limit(),
                PersonView::of,
                person -> Cursor.after(person.id()));
    }

    Versioned<PersonView> view(UUID id) {
        Person person = people.require(id);
        return new Versioned<>(PersonView.of(person), person.revision());
    }

    /** The tenant's first owner, whose account is there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addFirstOwner(String login, String firstName, String lastName, String email, String subject) {
        Person owner = new Person(
                ids.next(),
                new NewPerson(login, firstName, lastName, email, List.of(PersonRole.OWNER), null, null),
                clock.instant());
        owner.prepared(subject);
        people.persist(owner);
        news.tell(owner);
    }

    /**
     * Somebody whose account is to be made.
     *
     * @throws Problem conflict for a login that is taken, validation for an approver whom the client's list does not have
     */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID begin(NewPerson wanted, RequestKey request) {
        if (wanted.client() != null && !clients.hasApprover(wanted.client(), wanted.login())) {
            throw Problem.invalid("login", "is of no active approver in the client's list", "not-listed");
        }
        Person person = new Person(ids.next(), wanted, clock.instant());
        person.requestedBy(request);
        people.persist(person);
        Duplicates.flush(
                people.getEntityManager(),
                Map.of(
                        "uq_person_login",
                        Problem.conflict("There is a person of that login already.")
                                .error("login", "is taken", "taken")));
        ask(person);
        return person.id();
    }

    /**
     * Gives somebody other roles.
     *
     * @throws Problem wrong-state for a client's approver, and for the only owner
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void become(UUID id, String ifMatch, Set<PersonRole> roles) {
        Person person = changed(id, ifMatch);
        if (person.client() != null) {
            throw Problem.wrongState("A client's approver has no other role.");
        }
        if (roles.contains(PersonRole.CLIENT_APPROVER)) {
            throw Problem.invalid("roles", "cannot have CLIENT_APPROVER: an approver is invited as one", "approver");
        }
        if (person.roles().equals(roles)) {
            return;
        }
        if (!roles.contains(PersonRole.OWNER)) {
            requireAnotherOwner(person);
        }
        person.become(roles, clock.instant());
        follow(person);
    }

    /**
     * Lets somebody in no longer, or again; nothing where it is so.
     *
     * @throws Problem wrong-state for the only owner
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void stand(UUID id, String ifMatch, boolean active, String reason) {
        Person person = changed(id, ifMatch);
        if (person.active() == active) {
            return;
        }
        if (!active) {
            requireAnotherOwner(person);
        }
        person.stand(active, reason, clock.instant());
        follow(person);
    }

    private Person changed(UUID id, String ifMatch) {
        Person person = people.lockedWithAll(id);
        if (ifMatch != null) {
            ETags.requireMatch(ifMatch, person.revision());
        }
        return person;
    }

    private void requireAnotherOwner(Person person) {
        boolean only = person.is(PersonRole.OWNER)
                && people.owners().stream().allMatch(owner -> owner.id().equals(person.id()));
        if (only) {
            throw Problem.wrongState("This is the only owner; make somebody else one before.");
        }
    }

    /** Until Keycloak has followed, no token of theirs is good: those of before say what holds no longer. */
    private void follow(Person person) {
        person.subject().ifPresent(subject -> accountChanges.ended(person.id(), subject));
        news.tell(person);
        ask(person);
    }

    private void ask(Person person) {
        work.intend(tenancy.current(), person.id(), KeycloakWork.Kind.PERSON);
    }
}

package dev.remit.contracts.people;

import dev.remit.contracts.RequestedOnce;
import dev.remit.contracts.keycloak.Accounts;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Invites people. Somebody is written down first, with the request's key, and gets an account in Keycloak after: the same
 * request under the same key goes on where it broke off.
 */
@ApplicationScoped
class Inviting {
    private final People people;
    private final PersonRepository rows;
    private final PersonEvents news;
    private final Accounts accounts;
    private final FirstLogIns firstLogIns;
    private final KeycloakWork work;
    private final Idempotency idempotency;
    private final Tenancy tenancy;

    Inviting(
            People people,
            PersonRepository rows,
            PersonEvents news,
            Accounts accounts,
            FirstLogIns firstLogIns,
            KeycloakWork work,
            Idempotency idempotency,
            Tenancy tenancy) {
        this.people = people;
        this.rows = rows;
        this.news = news;
        this.accounts = accounts;
        this.firstLogIns = firstLogIns;
        this.work = work;
        this.idempotency = idempotency;
        this.tenancy = tenancy;
    }

    RestResponse<InvitedPerson> invite(String key, NewPerson wanted) {
        wanted.check();
        UUID tenant = tenancy.current();
        RequestKey request = idempotency.keyOf(key, wanted);
        RequestedOnce once = RequestedOnce.of(
                request,
                () -> tenancy.callHereOrAs(tenant, () -> rows.requestedWith(request.key())),
                () -> tenancy.callHereOrAs(tenant, () -> people.begin(wanted, request)));
        UUID id = once.id();
        if (person(tenant, id).subject().isEmpty()) {
            work.doNow(tenant, id, KeycloakWork.Kind.PERSON);
        }
        return once.answer(PeopleResource.PATH + "/" + id, letIn(tenant, id, wanted.temporaryPassword()));
    }

    /** @throws Problem wrong-state for somebody who is not let in */
    InvitedPerson again(UUID id) {
        return letIn(tenancy.current(), id, null);
    }

    private InvitedPerson letIn(UUID tenant, UUID id, String password) {
        Person person = person(tenant, id);
        String subject = person.subject()
                .filter(account -> person.active())
                .orElseThrow(() -> Problem.wrongState("The person is not active."));
        try {
            FirstLogIn firstLogIn = firstLogIns.prepare(accounts.account(subject), person.account(tenant), password);
            return new InvitedPerson(PersonView.of(person), firstLogIn);
        } catch (Accounts.Refused refused) {
            accounts.remove(subject);
            tenancy.callHereOrAs(tenant, () -> {
                news.takeBack(rows.require(id));
                return null;
            });
            throw refused.problem("");
        }
    }

    private Person person(UUID tenant, UUID id) {
        return tenancy.callHereOrAs(tenant, () -> rows.require(id));
    }
}

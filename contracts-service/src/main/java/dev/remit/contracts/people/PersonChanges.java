package dev.remit.contracts.people;

import dev.remit.contracts.Versioned;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.UUID;

/** Changes what people may do: at once for every service, and in Keycloak as soon as it answers. */
@ApplicationScoped
class PersonChanges {
    private final People people;
    private final KeycloakWork work;
    private final Tenancy tenancy;

    PersonChanges(People people, KeycloakWork work, Tenancy tenancy) {
        this.people = people;
        this.work = work;
        this.tenancy = tenancy;
    }

    Versioned<PersonView> become(UUID id, String ifMatch, PersonRoles wanted) {
        return settled(id, () -> people.become(id, ifMatch, EnumSet.copyOf(wanted.roles())));
    }

    Versioned<PersonView> deactivate(UUID id, String ifMatch, PersonStateChange why) {
        return settled(id, () -> people.stand(id, ifMatch, false, why.reason()));
    }

    Versioned<PersonView> reactivate(UUID id, String ifMatch, PersonStateChange why) {
        return settled(id, () -> people.stand(id, ifMatch, true, why.reason()));
    }

    private Versioned<PersonView> settled(UUID id, Runnable change) {
        UUID tenant = tenancy.current();
        Versioned<PersonView> changed = tenancy.callHereOrAs(tenant, () -> {
            change.run();
            return people.view(id);
        });
        if (changed.view().settled()) {
            return changed;
        }
        work.doNowOrLater(tenant, id, KeycloakWork.Kind.PERSON);
        return tenancy.callHereOrAs(tenant, () -> people.view(id));
    }
}

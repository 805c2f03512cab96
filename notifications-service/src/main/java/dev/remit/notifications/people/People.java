package dev.remit.notifications.people;

import dev.remit.kit.tenancy.Roles;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of the current tenant. */
@ApplicationScoped
public class People {
    private final PersonRows rows;
    private final Event<OwnerKnown> owners;

    People(PersonRows rows, Event<OwnerKnown> owners) {
        this.rows = rows;
        this.owners = owners;
    }

    /** Takes over a person's state unless a newer one is known. */
    public void learn(PersonFacts facts) {
        Optional<Person> known = rows.findByIdOptional(facts.personId());
        Person person = known.orElseGet(() -> new Person(facts.personId()));
        person.learn(facts);
        if (known.isEmpty()) {
            rows.persist(person);
        }
        if (person.isReachableAs(Roles.OWNER)) {
            owners.fire(new OwnerKnown(person.login()));
        }
    }

    /** Whoever is let in as something and can be written to, in the order in which they were made. */
    public List<Person> as(String role) {
        return rows.find("order by id").stream()
                .filter(person -> person.isReachableAs(role))
                .toList();
    }

    /** Who goes by a login or an address. */
    public Optional<Person> known(String loginOrEmail) {
        return rows.find("order by id").stream()
                .filter(person -> person.goesBy(loginOrEmail))
                .findFirst();
    }

    @ApplicationScoped
    static class PersonRows implements PanacheRepositoryBase<Person, UUID> {}
}

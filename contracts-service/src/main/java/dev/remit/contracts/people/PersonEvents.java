package dev.remit.contracts.people;

import dev.remit.kit.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells other services of people, from the moment that they have an account. */
@ApplicationScoped
class PersonEvents {
    private final PersonRepository people;
    private final Outbox outbox;

    PersonEvents(PersonRepository people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    /** Tells how somebody stands now. */
    void tell(Person person) {
        if (person.subject().isPresent()) {
            people.flush();
            append(person, PersonChanged.of(person));
        }
    }

    /** Forgets somebody who was told of and cannot be let in after all. */
    void takeBack(Person person) {
        append(person, PersonChanged.gone(person));
        people.delete(person);
    }

    private void append(Person person, PersonChanged state) {
        outbox.append("PersonChanged", person.id(), state);
    }
}

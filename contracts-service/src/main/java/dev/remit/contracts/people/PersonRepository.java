package dev.remit.contracts.people;

import dev.remit.contracts.RequestedOnce;
import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of the tenant at work. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {

    /** @throws Problem not-found */
    Person require(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /**
     * Holds the rows of all until the transaction ends, so that of two owners who deactivate each other one stays.
     *
     * @throws Problem not-found
     */
    Person lockedWithAll(UUID id) {
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Those that may log in as owners. */
    List<Person> owners() {
        return list("active").stream()
                .filter(person -> person.is(PersonRole.OWNER))
                .toList();
    }

    /** The one that a request with this key made. */
    Optional<RequestedOnce.Row> requestedWith(String key) {
        return find("requestKey", key).firstResultOptional().map(Person::requested);
    }
}

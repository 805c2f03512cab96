package dev.remit.contracts.people;

import java.util.List;
import java.util.UUID;

/**
 * The event that somebody is there or has changed: the whole of them, so that a reader needs no earlier one.
 *
 * @param subject the account's id, which its tokens name
 * @param client the code of the client for whom an approver decides; null for the MSP's own
 */
record PersonChanged(
        UUID personId,
        String login,
        String subject,
        String firstName,
        String lastName,
        String email,
        List<PersonRole> roles,
        String client,
        boolean active,
        int revision) {

    static PersonChanged of(Person person) {
        return of(person, person.active(), person.revision());
    }

    /** Of somebody whose account turned out not to be possible; nothing more is told of them. */
    static PersonChanged gone(Person person) {
        return of(person, false, person.revision() + 1);
    }

    private static PersonChanged of(Person person, boolean active, int revision) {
        return new PersonChanged(
                person.id(),
                person.login(),
                person.subject().orElse(null),
                person.firstName(),
                person.lastName(),
                person.email(),
                person.roles().stream().sorted().toList(),
                person.client(),
                active,
                revision);
    }
}

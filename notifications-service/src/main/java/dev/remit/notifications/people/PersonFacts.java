package dev.remit.notifications.people;

import java.util.List;
import java.util.UUID;

/**
 * What is read of a changed person.
 *
 * @param roles such as SERVICE_DESK
 * @param client the code of an approver's client; null for the MSP's own
 */
public record PersonFacts(
        UUID personId,
        String login,
        String firstName,
        String lastName,
        String email,
        List<String> roles,
        String client,
        boolean active,
        long revision) {
    public PersonFacts {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }
}

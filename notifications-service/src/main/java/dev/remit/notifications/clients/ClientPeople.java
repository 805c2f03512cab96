package dev.remit.notifications.clients;

import dev.remit.kit.people.Logins;
import java.util.List;

/**
 * Who acts for a client.
 *
 * @param name what people call the client
 * @param timeZone of the IANA database; null where nobody told
 */
public record ClientPeople(String name, String timeZone, List<Approver> approvers) {

    /** Whether somebody of this login acts for the client. */
    public boolean include(String login) {
        return approvers.stream().anyMatch(approver -> Logins.same(approver.username(), login));
    }
}

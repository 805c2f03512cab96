package dev.remit.notifications.notifications;

import dev.remit.kit.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Which notifications to show, as a subscription says it. */
public class NotificationFilter {
    /** Only of these types. */
    @QueryParam("type")
    @Size(max = 50)
    public List<@NotNull @Size(min = 1, max = 40) String> types;

    /** Only of these clients, by their codes. */
    @QueryParam("clientCode")
    @Size(max = 200)
    public List<@NotNull @Size(min = 1, max = 64) String> clients;

    /** @throws Problem validation, where a type is none that is told */
    void requireKnownTypes() {
        types.stream()
                .filter(type -> NotificationType.subscribable(type).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid("type", "has a type that is not known here: " + unknown, "unknown-type");
                });
    }

    boolean takesAll() {
        return types.isEmpty() && clients.isEmpty();
    }

    boolean takes(NotificationFeedPage.Item item) {
        return (types.isEmpty() || types.contains(item.type()))
                && (clients.isEmpty()
                        || item.clientCode().filter(clients::contains).isPresent());
    }
}

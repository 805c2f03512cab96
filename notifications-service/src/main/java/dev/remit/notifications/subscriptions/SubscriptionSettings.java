package dev.remit.notifications.subscriptions;

import dev.remit.kit.json.ExtendedBody;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where webhooks are sent, and which. */
@Schema(
        name = "SubscriptionSettings",
        description = "Where webhooks are sent, and which. It takes the place of what was there as a whole.",
        additionalProperties = Schema.False.class)
class SubscriptionSettings extends ExtendedBody {
    @NotBlank
    @Size(max = 2000)
    @Schema(
            description = "Where they are posted: an https address in the public network. Redirects are not followed.",
            examples = "https://hooks.acme.example/remit")
    private String url;

    @Size(max = 500)
    @Schema(examples = "Ticket board")
    private String description;

    @Size(max = 50)
    @Schema(description = "Which types of event; all where it is absent or empty.", examples = "[\"clock.breached\"]")
    private List<@NotNull @Size(max = 40) String> eventTypes;

    @Size(max = 200)
    @Schema(
            description = "Of which clients, by their codes; everything where it is absent or empty.",
            examples = "[\"whitfield-crane\"]")
    private List<@NotNull @Size(max = 64) String> clients;

    String url() {
        return url;
    }

    String description() {
        return description;
    }

    List<String> eventTypes() {
        return distinct(eventTypes);
    }

    List<String> clients() {
        return distinct(clients);
    }

    private static List<String> distinct(List<String> sent) {
        return sent == null ? List.of() : sent.stream().distinct().sorted().toList();
    }
}

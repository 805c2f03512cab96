package dev.remit.tickets.connections;

import dev.remit.engines.sla.MessageDelivery;
import dev.remit.kit.json.ExtendedBody;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a source's words mean, and what it delivers. A name of the source without a row stands for itself; a status needs a row
 * or our word.
 */
abstract class SourceWords extends ExtendedBody {
    /** Words of agreements: priorities, ticket classes, work types. */
    static final String OURS = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    @Schema(
            description = "Whether the source delivers what is written on tickets; where it does not, a status"
                    + " that waits for the client is believed without a question, and no clock is run that only a"
                    + " message could stop. By default CANONICAL delivers, and CONNECTWISE, by callbacks, does not")
    private MessageDelivery messages;

    @Size(max = 200)
    @Schema(description = "The source's priorities by ours")
    private Map<@NotBlank @Size(max = 100) String, @NotNull @Pattern(regexp = OURS) String> priorities;

    @Size(max = 200)
    @Schema(description = "The source's statuses by their meaning")
    private Map<@NotBlank @Size(max = 100) String, @NotNull TicketStatus> statuses;

    @Size(max = 200)
    @Schema(description = "The source's kinds of ticket by ours, such as REQUEST")
    private Map<@NotBlank @Size(max = 100) String, @NotNull @Pattern(regexp = OURS) String> ticketClasses;

    @Size(max = 200)
    @Schema(
            description =
                    "The source's ways of asking by ours. A name without a row is read as our word in whatever case, so"
                            + " that Phone is PHONE; others mean nothing to us")
    private Map<@NotBlank @Size(max = 100) String, @NotNull TicketChannel> channels;

    @Size(max = 500)
    @Schema(description = "The source's kinds of work by the rate card's")
    private Map<@NotBlank @Size(max = 100) String, @NotNull @Pattern(regexp = OURS) String> workTypes;

    @Size(max = 500)
    @Schema(description = "The source's roles of technicians by the rate card's")
    private Map<@NotBlank @Size(max = 100) String, @NotNull @Pattern(regexp = OURS) String> roles;

    /** Null where the platform's own way holds. */
    MessageDelivery messages() {
        return messages;
    }

    Translation translation() {
        return new Translation(priorities, statuses, ticketClasses, channels, workTypes, roles);
    }
}

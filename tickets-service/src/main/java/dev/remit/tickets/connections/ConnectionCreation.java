package dev.remit.tickets.connections;

import dev.remit.engines.sla.MessageDelivery;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source to connect. */
@Schema(name = "ConnectionCreation", additionalProperties = Schema.False.class)
record ConnectionCreation(
        @NotNull
        @Pattern(
                regexp = "(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*",
                message = "must be lower-case words joined by hyphens, at most 40 characters")
        @Schema(description = "Names the connection for good", examples = "cw")
        String name,

        @NotNull Platform platform,

        @Size(min = Connection.SHORTEST_KEY, max = 200)
        @Schema(
                description =
                        "Key of the platform's callbacks, never shown. Absent for CONNECTWISE, one is made and shown in"
                                + " the answer, once")
        String signingKey,

        @Schema(
                description = "Whether the source delivers what is written on tickets; where it does not, a status"
                        + " that waits for the client is believed without a question, and no clock is run that only a"
                        + " message could stop. By default CANONICAL delivers, and CONNECTWISE, by callbacks, does not")
        MessageDelivery messages,

        @Size(max = 200) @Schema(description = "The source's priorities by ours")
        Map<@NotBlank @Size(max = 100) String, @NotNull @Pattern(regexp = ConnectionBody.OURS) String> priorities,

        @Size(max = 200) @Schema(description = "The source's statuses by their meaning")
        Map<@NotBlank @Size(max = 100) String, @NotNull TicketStatus> statuses,

        @Size(max = 200) @Schema(description = "The source's kinds of ticket by ours, such as REQUEST")
        Map<@NotBlank @Size(max = 100) String, @NotNull @Pattern(regexp = ConnectionBody.OURS) String> ticketClasses,

        @Size(max = 500) @Schema(description = "The source's kinds of work by the rate card's")
        Map<@NotBlank @Size(max = 100) String, @NotNull @Pattern(regexp = ConnectionBody.OURS) String> workTypes,

        @Size(max = 500) @Schema(description = "The source's roles of technicians by the rate card's")
        Map<@NotBlank @Size(max = 100) String, @NotNull @Pattern(regexp = ConnectionBody.OURS) String> roles) {

    Translation translation() {
        return new Translation(priorities, statuses, ticketClasses, workTypes, roles);
    }
}

package dev.remit.tickets.escalation;

import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.MayBeAbsent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When somebody is told of a clock, and who. Either a share of the target says when, or working time from the due moment.
 *
 * @param name tells it from other rules, and is what those who are told read
 * @param priorities of tickets of these priorities; absent for all, as are the next two
 * @param ticketClasses of tickets of these classes
 * @param clientCodes of these clients
 * @param percent when so much of the target is used up
 * @param minutesFromDue when so many minutes of working time have passed after the due moment; below 0, before it
 * @param to who is written to, besides {@code people}; with neither, only webhooks tell of it
 * @param people who is written to, by login or address
 */
@Schema(name = "EscalationRuleBody")
record EscalationRuleBody(
        @NotBlank @Size(max = 100) String name,
        @NotNull ClockKind clock,
        @MayBeAbsent @Size(max = 20) List<@NotBlank @Size(max = 100) String> priorities,
        @MayBeAbsent @Size(max = 20) List<@NotBlank @Size(max = 100) String> ticketClasses,
        @MayBeAbsent @Size(max = 100) List<@NotBlank @Size(max = 64) String> clientCodes,
        @MayBeAbsent @Min(1) @Max(1000) Integer percent,
        @MayBeAbsent @Min(-525_600) @Max(525_600) Integer minutesFromDue,
        @MayBeAbsent @Size(max = 3) List<@NotNull Addressee> to,
        @MayBeAbsent @Size(max = 20) List<@NotBlank @Size(max = 200) String> people) {

    EscalationRule rule(UUID id, Instant since) {
        return new EscalationRule(
                id,
                name,
                clock,
                copy(priorities),
                copy(ticketClasses),
                copy(clientCodes),
                percent,
                minutesFromDue,
                copy(to),
                copy(people),
                since);
    }

    private static <T> List<T> copy(List<T> said) {
        return said == null ? List.of() : List.copyOf(said);
    }
}

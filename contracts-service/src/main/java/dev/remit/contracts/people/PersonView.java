package dev.remit.contracts.people;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as the owner reads them. */
@Schema(name = "Person")
record PersonView(
        UUID id,
        @Schema(description = "The name they log in with.") String login,
        String firstName,
        String lastName,
        String email,
        List<PersonRole> roles,

        @MayBeAbsent @Schema(description = "The code of the client for whom an approver decides.")
        String client,

        State state,

        @MayBeAbsent
        @Schema(description = "Why they were let in no longer, or again, the last time. Absent where they always were.")
        String stateReason,

        @Schema(
                description =
                        "Whether the identity server has what stands here. Until it does, nobody of that account is"
                                + " let in.")
        boolean settled,

        Instant createdAt,
        Instant updatedAt) {

    /** Whether somebody is let in. */
    @Schema(name = "PersonState")
    enum State {
        /** Their account is being made. */
        PREPARING,
        ACTIVE,
        DEACTIVATED
    }

    static PersonView of(Person person) {
        State letIn = person.subject().isPresent() ? State.ACTIVE : State.PREPARING;
        return new PersonView(
                person.id(),
                person.login(),
                person.firstName(),
                person.lastName(),
                person.email(),
                person.roles().stream().sorted().toList(),
                person.client(),
                person.active() ? letIn : State.DEACTIVATED,
                person.stateReason(),
                person.subject().isPresent() && person.isFollowed(),
                person.createdAt(),
                person.updatedAt());
    }
}

package dev.remit.contracts.people;

import dev.remit.contracts.Slug;
import dev.remit.kit.problem.Problem;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody to let in.
 *
 * @param login the name they log in with
 * @param client for whom they decide; for CLIENT_APPROVER alone
 * @param temporaryPassword for the first log-in; null for an invitation by mail or a password that is made up
 */
@Schema(name = "PersonInvitation", description = "Somebody to let in.")
record NewPerson(
        @NotNull
        @Pattern(regexp = AccountForms.LOGIN)
        @Schema(
                description = "The name they log in with, in lower case: no other account of the suite has it.",
                examples = "dana@acme.example")
        String login,

        @NotBlank @Size(max = 100) @Pattern(regexp = AccountForms.NAME) @Schema(examples = "Dana")
        String firstName,

        @NotBlank @Size(max = 100) @Pattern(regexp = AccountForms.NAME) @Schema(examples = "Ruiz")
        String lastName,

        @NotNull
        @Email
        @Size(max = 254)
        @Schema(
                description = "Where they are invited: no other account of the suite has it.",
                examples = "dana@acme.example")
        String email,

        @NotEmpty @Size(max = 6) @Schema(description = "What they are. CLIENT_APPROVER goes with no other role.")
        List<@NotNull PersonRole> roles,

        @Pattern(regexp = Slug.FORM)
        @Schema(
                description = "The code of the client for whom a CLIENT_APPROVER decides. The client's list must have"
                        + " the login as an active approver.",
                examples = "whitfield-crane")
        String client,

        @Size(min = 12, max = 128) @Schema(description = "For the first log-in, at which it must be changed.")
        String temporaryPassword) {

    /** @throws Problem validation */
    void check() {
        PersonRoles.check(roles, client);
    }
}

package dev.remit.contracts.clients;

import dev.remit.kit.people.Logins;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Someone who can sign and approve for the client.
 *
 * @param name in full
 * @param email where quotes are sent
 * @param username the name they log in with, unique within the client whatever its case
 * @param subject the id of their account at the identity server; null while it is not on record
 * @param active whether they may sign and approve now; null is yes
 * @param deputyOf the user name of the approver for whom they stand in; null if for nobody
 */
@Schema(name = "Approver", description = "Someone who can sign and approve for the client.")
record ApproverBody(
        @NotBlank @Size(max = 200) @Schema(examples = "Eleanor Whitfield")
        String name,

        @NotNull @Email @Size(max = 254) @Schema(examples = "eleanor@whitfield-crane.example")
        String email,

        @NotBlank
        @Size(max = 255)
        @Schema(description = "The name they log in with, unique within the client.", examples = "partner")
        String username,

        @Size(min = 1, max = 255)
        @Schema(
                description = "The id of their account at the identity server (sub of its tokens). Once given, no other"
                        + " account of that login is taken for them.")
        String subject,

        @Schema(description = "Whether they may sign and approve now. Absent: yes.")
        Boolean active,

        @Size(max = 255) @Schema(description = "User name of the approver for whom they stand in.")
        String deputyOf) {

    ApproverBody {
        active = active == null || active;
    }

    /** The login as it is compared. */
    String loginKey() {
        return Logins.key(username);
    }
}

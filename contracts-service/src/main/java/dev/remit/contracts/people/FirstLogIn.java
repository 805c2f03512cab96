package dev.remit.contracts.people;

import dev.remit.kit.http.MayBeAbsent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody gets in for the first time. */
@Schema(name = "FirstLogIn", description = "How somebody gets in for the first time.")
public record FirstLogIn(
        @Schema(description = "The name to log in with.") String login,

        Invitation invitedBy,

        @MayBeAbsent
        @Schema(
                description =
                        "Shown in this answer alone. The same request under the same key makes another one up, as long as"
                                + " the person has not logged in.")
        String temporaryPassword,

        @Schema(
                description = "Where people look after their own account.",
                examples = "https://id.remit.example/realms/remit/account/")
        String at,

        @Schema(description = "What the person does next, in words.")
        String next) {

    /** How the person got word. */
    @Schema(name = "InvitedBy")
    public enum Invitation {
        /** Keycloak has sent a mail. */
        MAIL,
        /** Whoever asked for the account hands the password over. */
        PASSWORD,
        /** The person has logged in before. */
        NONE
    }
}

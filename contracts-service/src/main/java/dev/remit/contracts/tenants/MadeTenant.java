package dev.remit.contracts.tenants;

import dev.remit.kit.http.MayBeAbsent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant that was made, and how its owner gets in. */
@Schema(description = "A tenant that was made, and how its owner gets in.")
record MadeTenant(TenantView tenant, FirstLogIn firstLogIn) {

    /** How the owner got word. */
    @Schema(name = "InvitedBy")
    enum Invitation {
        /** Keycloak has sent a mail. */
        MAIL,
        /** Whoever made the tenant hands the password over. */
        PASSWORD,
        /** The owner has logged in before. */
        NONE
    }

    @Schema(name = "FirstLogIn")
    record FirstLogIn(
            @Schema(description = "The name to log in with.")
            String login,

            Invitation invitedBy,

            @MayBeAbsent
            @Schema(
                    description =
                            "Shown in this answer alone. The same request under the same key makes another one up, as"
                                    + " long as the owner has not logged in.")
            String temporaryPassword,

            @Schema(
                    description = "Where people look after their own account.",
                    examples = "https://id.remit.example/realms/remit/account/")
            String at,

            @Schema(description = "What the owner does next, in words.")
            String next) {}
}

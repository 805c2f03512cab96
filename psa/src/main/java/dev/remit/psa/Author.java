package dev.remit.psa;

import java.util.Objects;

/**
 * The person of the MSP at whose word facts came in, where they did not come from the source itself.
 *
 * @param subject the account's id in the token
 * @param login the account's user name
 * @param name as the token has it; null where it has none
 * @param role under which they wrote, such as {@code service-desk}
 */
public record Author(String subject, String login, String name, String role) {

    public Author {
        Objects.requireNonNull(role, "role");
    }
}

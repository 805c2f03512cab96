package dev.remit.tickets.intake;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.psa.Author;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose word something is.
 *
 * @param kind the source itself, or a person
 * @param subject the person's account; absent for a source, as are the next three
 * @param login the account's user name
 * @param name as it was when they wrote
 * @param role under which they wrote
 */
@Schema(name = "Author")
public record AuthorView(
        Kind kind,
        @MayBeAbsent String subject,
        @MayBeAbsent String login,
        @MayBeAbsent String name,
        @MayBeAbsent String role) {

    /** Whose word it is. */
    @Schema(name = "AuthorKind")
    public enum Kind {
        PSA,
        PERSON
    }

    /** @param author null for the source itself */
    public static AuthorView of(Author author) {
        return author == null
                ? new AuthorView(Kind.PSA, null, null, null, null)
                : new AuthorView(Kind.PERSON, author.subject(), author.login(), author.name(), author.role());
    }
}

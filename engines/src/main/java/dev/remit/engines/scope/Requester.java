package dev.remit.engines.scope;

/**
 * Who asks for work, as the ticket carries it.
 *
 * @param name may be null
 * @param email may be null
 */
public record Requester(String name, String email) {

    /** A requester of which anything is known; null where nothing is. */
    public static Requester of(String name, String email) {
        return name == null && email == null ? null : new Requester(name, email);
    }
}

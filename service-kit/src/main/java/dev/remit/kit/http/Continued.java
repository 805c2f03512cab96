package dev.remit.kit.http;

import java.util.Optional;

/** A part of something longer. Its answer says where the next part is, as a {@code Link} (RFC 8288). */
public interface Continued {
    /** How to ask for the next part; empty where there is none. */
    Optional<Continuation> continuation();

    /**
     * What is said otherwise to get the next part.
     *
     * @param parameter of the query
     * @param value that it has then
     */
    record Continuation(String parameter, String value) {}
}

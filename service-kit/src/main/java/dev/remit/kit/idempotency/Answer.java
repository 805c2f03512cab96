package dev.remit.kit.idempotency;

import dev.remit.kit.http.ETags;

/**
 * What a creating or charging request is answered with, now and whenever it is repeated.
 *
 * @param location of what was created, or null
 * @param etag of its version, or null
 * @param body written as JSON; null for none
 */
public record Answer(int status, String location, String etag, Object body) {
    public static Answer created(String location, Object body) {
        return new Answer(201, location, null, body);
    }

    public static Answer ok(Object body) {
        return new Answer(200, null, null, body);
    }

    public static Answer accepted(Object body) {
        return new Answer(202, null, null, body);
    }

    public Answer version(long version) {
        return new Answer(status, location, ETags.of(version), body);
    }
}

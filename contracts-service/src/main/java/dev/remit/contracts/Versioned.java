package dev.remit.contracts;

import dev.remit.kit.http.ETags;
import dev.remit.kit.idempotency.Answer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * What a caller reads, with the number of the state that it shows.
 *
 * @param view what is read
 * @param revision grows with each change
 */
public record Versioned<T>(T view, int revision) {

    /** The view with its ETag. */
    public Response response() {
        return Response.ok(view).header(HttpHeaders.ETAG, ETags.of(revision)).build();
    }

    /** The answer to a step that changed what was there. */
    public Answer changed() {
        return Answer.ok(view).version(revision);
    }

    /** The answer to a request that created it. */
    public Answer created(String location) {
        return Answer.created(location, view).version(revision);
    }
}

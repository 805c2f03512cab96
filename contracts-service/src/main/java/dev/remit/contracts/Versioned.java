package dev.remit.contracts;

import dev.remit.kit.http.Answers;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a caller reads, with the number of the state that it shows.
 *
 * @param view what is read
 * @param revision grows with each change
 */
public record Versioned<T>(T view, int revision) {

    /** The view with its ETag. */
    public RestResponse<T> response() {
        return Answers.ok(view, revision);
    }

    /** The answer to a request that created it. */
    public RestResponse<T> created(String location) {
        return Answers.created(location, view, revision);
    }
}

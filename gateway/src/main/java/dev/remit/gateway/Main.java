package dev.remit.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vertx.core.http.HttpHeaders;

/**
 * Starts the gateway. Vert.x would look at each character of each header field whenever the field is copied, four times a
 * request; the gateway looks once, when the request has come.
 */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        // Read once, when the first field is made.
        System.setProperty(HttpHeaders.DISABLE_HTTP_HEADERS_VALIDATION_PROP_NAME, "true");
        Quarkus.run(args);
    }
}

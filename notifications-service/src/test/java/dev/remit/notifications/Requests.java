package dev.remit.notifications;

import io.restassured.RestAssured;
import java.net.URI;

/** For every operation a request that it takes. */
final class Requests {
    private Requests() {}

    static URI base() {
        return URI.create("http://localhost:" + RestAssured.port);
    }
}

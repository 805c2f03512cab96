package dev.remit.contracts.people;

import static io.restassured.RestAssured.given;

import dev.remit.kit.testing.TestTokens;
import io.restassured.response.Response;
import java.util.UUID;

/** Requests for people whom nobody else is. */
public final class NewPeople {
    private NewPeople() {}

    /** A technician of any tenant. */
    public static String technician() {
        return body(
                "dana-" + UUID.randomUUID(), "\"roles\":[\"TECHNICIAN\"],\"temporaryPassword\":\"violet-harbour-38\"");
    }

    /** @param what their roles, and the client where they have one, as members of the body */
    static String body(String login, String what) {
        return "{\"login\":\"" + login + "\",\"firstName\":\"Dana\",\"lastName\":\"Ruiz\",\"email\":\"" + login
                + "@acme.example\"," + what + "}";
    }

    /** Invites a technician of the tenant. */
    public static Response invite(UUID tenant) {
        return given().auth()
                .oauth2(TestTokens.as("owner").tenant(tenant).token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(technician())
                .post("/api/contracts/v1/people");
    }
}

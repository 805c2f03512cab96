package dev.remit.contracts.machines;

import static io.restassured.RestAssured.given;

import dev.remit.kit.testing.TestTokens;
import io.restassured.response.Response;
import java.util.UUID;

/** Requests for machine clients whose names nobody else has. */
public final class NewMachines {
    private NewMachines() {}

    /** The sync client of the connection named cw. */
    public static String sync() {
        return "{\"name\":\"sync " + UUID.randomUUID() + "\",\"role\":\"PSA_SYNC\",\"connection\":\"cw\"}";
    }

    /** Makes one of the tenant's. */
    public static Response make(UUID tenant) {
        return given().auth()
                .oauth2(TestTokens.as("owner").tenant(tenant).token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(sync())
                .post("/api/contracts/v1/machine-clients");
    }
}

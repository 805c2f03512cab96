package dev.remit.kit.app;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsistentReadTest extends KitTest {
    private final UUID tenant = TestTenants.fresh();

    @Test
    void whatIsCommittedWhileAnAnswerIsReadIsInTheNextOneAlone() {
        String id = make(tenant, "before");
        GadgetResource.BETWEEN_READS.put(UUID.fromString(id), () -> rename(id, "after"));

        owner(tenant).get(GADGETS + "/" + id + "/names").then().statusCode(200).body("$", contains("before", "before"));
        owner(tenant).get(GADGETS + "/" + id).then().body("name", equalTo("after"));
    }

    private void rename(String id, String name) {
        owner(tenant)
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\"}")
                .put(GADGETS + "/" + id + "/name")
                .then()
                .statusCode(200);
    }
}

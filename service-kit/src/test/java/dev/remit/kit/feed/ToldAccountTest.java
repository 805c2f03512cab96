package dev.remit.kit.feed;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A token is worth nothing once its account is told to be let in no longer, however long it verifies. */
@QuarkusTest
class ToldAccountTest extends HandlerTest {
    private static final String CLOCK = "/api/gadgets/v1/sandbox/clock";
    private static final String OWNER = TestTokens.subject("owner");

    private final UUID tenant = TestTenants.fresh();
    private final Neighbour contracts = new Neighbour();

    private class Neighbour extends Rows {
        @Override
        public boolean wants(String type) {
            return false;
        }

        void tells(boolean active, Instant tokensFrom) {
            ObjectNode facts =
                    JsonNodeFactory.instance.objectNode().put("subject", OWNER).put("active", active);
            if (tokensFrom != null) {
                facts.put("tokensFrom", tokensFrom.toString());
            }
            events.add(new FeedEvent(
                    events.size() + 1, "AccountChanged", tenant, UUID.randomUUID(), wall.instant(), facts));
            copy();
        }
    }

    @Test
    void anAccountThatIsNotActiveIsRefused() {
        answers(tenant, 200);
        contracts.tells(false, null);
        answers(tenant, 401);
        owner(tenant)
                .get(CLOCK)
                .then()
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("https://remit.dev/problems/unauthorized"));
        answers(TestTenants.fresh(), 200);
        contracts.tells(true, null);
        answers(tenant, 200);
    }

    @Test
    void aTokenFromBeforeTheAccountChangedIsRefused() {
        contracts.tells(true, wall.instant().plusSeconds(60));
        answers(tenant, 401);
        contracts.tells(true, wall.instant().minusSeconds(1000));
        answers(tenant, 200);
    }

    private static void answers(UUID of, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> owner(of).get(CLOCK).then().statusCode(status));
    }
}

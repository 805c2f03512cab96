package dev.remit.notifications;

import static io.restassured.RestAssured.given;

import dev.remit.kit.feed.FeedConsumers;
import dev.remit.kit.testing.MySqlTestResource;
import dev.remit.kit.testing.TestTokens;
import dev.remit.notifications.testing.Mailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;

/** The service under test, on a real MySQL, with the services it listens to and a mail server. */
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "module", value = "notifications"))
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(Mailbox.class)
public abstract class NotificationsTest {
    public static final String API = "/api/notifications/v1";

    @Inject
    protected FeedConsumers consumers;

    /** A caller of a tenant, with roles. */
    public static RequestSpecification as(UUID tenant, String... roles) {
        return given().auth()
                .oauth2(TestTokens.as(roles).tenant(tenant).token())
                .contentType("application/json");
    }

    /** The same request under a key of its own. */
    public static RequestSpecification once(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
}

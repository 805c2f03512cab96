package dev.remit.notifications.delivery;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Single deliveries. */
@Path(DeliveryResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, AUDITOR})
@AccessRecorded
@Tag(name = "Deliveries", description = "What was sent to receivers and what they answered, and how it is sent again.")
class DeliveryResource {
    static final String PATH = "/api/notifications/v1/deliveries";

    private final DeliveryLog log;
    private final DeliveryActions actions;

    DeliveryResource(DeliveryLog log, DeliveryActions actions) {
        this.log = log;
        this.actions = actions;
    }

    /**
     * One delivery, with what was sent and what was answered at each try.
     *
     * @param id the delivery's id
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public DeliveryLogView getDelivery(UUID id) {
        return log.of(id);
    }

    /**
     * Send a delivery once more, under the same webhook-id and with all tries before it. One that still waits is tried at
     * once. What came later of its subject and waits is sent after it.
     *
     * @param id the delivery's id
     * @return 202: the delivery, which waits to be sent
     */
    @POST
    @Path("/{id}/replay")
    @RolesAllowed(OWNER)
    @Idempotent("deliveries.replay")
    public RestResponse<DeliveryView> replayDelivery(UUID id) {
        return Answers.accepted(log.view(actions.replay(id)));
    }
}

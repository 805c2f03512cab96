package dev.remit.notifications.delivery;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What one subscription was sent, and what it is sent because somebody asks for it. */
@Path("/api/notifications/v1/subscriptions/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, AUDITOR})
@AccessRecorded
@Tag(name = "Deliveries")
class SubscriptionDeliveriesResource {
    private final DeliveryLog log;
    private final DeliveryActions actions;

    SubscriptionDeliveriesResource(DeliveryLog log, DeliveryActions actions) {
        this.log = log;
        this.actions = actions;
    }

    /**
     * What was sent to a subscription and what waits, newest first.
     *
     * @param id the subscription's id
     * @param state only these
     */
    @GET
    @ConsistentRead
    public Page<DeliveryView> listDeliveries(
            @PathParam("id") UUID id, @QueryParam("state") DeliveryState state, @Valid @BeanParam Paging paging) {
        return log.page(id, state, paging);
    }

    /**
     * Send a test. A webhook of type {@code webhook.test} goes to this subscription alone, whatever types and clients it has;
     * the delivery says what became of it. Refused unless the subscription is ACTIVE.
     *
     * @param id the subscription's id
     * @return 201: the delivery, which waits to be sent
     */
    @POST
    @Path("/test")
    @RolesAllowed(OWNER)
    @Idempotent("subscriptions.test")
    public RestResponse<DeliveryView> testSubscription(@PathParam("id") UUID id) {
        Delivery made = actions.test(id);
        return Answers.created(DeliveryResource.PATH + "/" + made.id(), log.view(made));
    }

    /**
     * Send all that failed in a range of time once more, or all that ended in it, under the same ids and in order of each
     * subject. At most 10,000 deliveries at once.
     *
     * @param id the subscription's id
     * @return 202: how many are sent
     */
    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Idempotent("subscriptions.replay")
    public RestResponse<ReplayReceipt> replayDeliveries(@PathParam("id") UUID id, @NotNull @Valid ReplayRequest body) {
        return Answers.accepted(new ReplayReceipt(actions.replay(id, body)));
    }
}

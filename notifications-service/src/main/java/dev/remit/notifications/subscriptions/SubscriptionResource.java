package dev.remit.notifications.subscriptions;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Subscriptions over HTTP. */
@Path(SubscriptionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, AUDITOR})
@AccessUnrecorded("settings without their secrets")
@Tag(name = "Subscriptions", description = "Where webhooks are sent, which, and what signs them.")
class SubscriptionResource {
    static final String PATH = "/api/notifications/v1/subscriptions";

    private final Subscriptions subscriptions;
    private final SubscriptionSecrets secrets;
    private final SubscriptionActions actions;

    SubscriptionResource(Subscriptions subscriptions, SubscriptionSecrets secrets, SubscriptionActions actions) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.actions = actions;
    }

    /**
     * Subscribe to webhooks. What happens from then on is posted to the address, in the form of Standard Webhooks. The answer
     * has what its receiver verifies them by.
     *
     * @return 201: the subscription and its secret
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Idempotent("subscriptions.create")
    public RestResponse<IssuedSigningSecret> createSubscription(@NotNull @Valid SubscriptionCreation body) {
        SubscriptionActions.Issued issued = actions.create(body);
        return Answers.created(PATH + "/" + issued.subscription().id(), shown(issued));
    }

    /** List the subscriptions. In the order in which they were made. */
    @GET
    @ConsistentRead
    public Page<SubscriptionView> listSubscriptions(@Valid @BeanParam Paging paging) {
        List<Subscription> rows = subscriptions.page(paging.after(1).map(cursor -> cursor.uuid(0)), paging.limit());
        Map<UUID, List<SubscriptionSecret>> signing =
                secrets.inForce(rows.stream().map(Subscription::id).toList());
        return Page.of(
                rows,
                paging.limit(),
                row -> SubscriptionView.of(row, signing.getOrDefault(row.id(), List.of())),
                row -> Cursor.after(row.id()));
    }

    /**
     * Read a subscription.
     *
     * @param id the subscription's id
     * @return the subscription
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public RestResponse<SubscriptionView> getSubscription(UUID id) {
        return answer(subscriptions.require(id));
    }

    /**
     * Change where webhooks are sent, and which. What waits already is sent to the new address too.
     *
     * @param id the subscription's id
     * @return the subscription as it is now
     */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<SubscriptionView> changeSubscription(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid SubscriptionSettings body) {
        return answer(actions.change(id, ifMatch, body));
    }

    /**
     * End a subscription. What waits is not sent, and its log is gone.
     *
     * @param id the subscription's id
     * @return 204: it is gone
     */
    @DELETE
    @Path("/{id}")
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<Void> deleteSubscription(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        actions.delete(id, ifMatch);
        return RestResponse.noContent();
    }

    /**
     * Rotate a subscription's secret. A new one signs from now on, and for an overlap the one before signs beside it, so that the
     * receiver is given the new one while it works. One that was ending already is over.
     *
     * @param id the subscription's id
     * @return 200: the subscription and its new secret
     */
    @POST
    @Path("/{id}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Idempotent("subscriptions.rotate")
    public RestResponse<IssuedSigningSecret> rotateSigningSecret(UUID id, @NotNull @Valid SecretRotation body) {
        return Answers.ok(shown(actions.rotate(id, body)));
    }

    /**
     * Pause a subscription. What is to be told waits until it is resumed.
     *
     * @param id the subscription's id
     * @return the subscription as it is now
     */
    @POST
    @Path("/{id}/pause")
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<SubscriptionView> pauseSubscription(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(actions.pause(id, ifMatch));
    }

    /**
     * Resume a subscription that is paused or was disabled. What waits is sent, in order.
     *
     * @param id the subscription's id
     * @return the subscription as it is now
     */
    @POST
    @Path("/{id}/resume")
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<SubscriptionView> resumeSubscription(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(actions.resume(id, ifMatch));
    }

    private RestResponse<SubscriptionView> answer(Subscription subscription) {
        return Answers.ok(
                SubscriptionView.of(subscription, secrets.inForce(subscription.id())), subscription.version());
    }

    private IssuedSigningSecret shown(SubscriptionActions.Issued issued) {
        UUID id = issued.subscription().id();
        return new IssuedSigningSecret(
                SubscriptionView.of(issued.subscription(), secrets.inForce(id)),
                issued.secret().shown());
    }
}

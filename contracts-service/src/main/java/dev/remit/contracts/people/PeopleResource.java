package dev.remit.contracts.people;

import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The MSP's people and its clients' approvers over HTTP. */
@Path(PeopleResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(OWNER)
@AccessUnrecorded("who may log in, and as what")
@Tag(name = "People", description = "The MSP's people and its clients' approvers: who may log in, and as what.")
class PeopleResource {
    static final String PATH = "/api/contracts/v1/people";

    private final People people;
    private final Inviting inviting;
    private final PersonChanges changes;

    PeopleResource(People people, Inviting inviting, PersonChanges changes) {
        this.people = people;
        this.inviting = inviting;
        this.changes = changes;
    }

    /**
     * Invite somebody. By mail, or where the realm sends none with a password that is shown in the answer. An owner and whoever
     * does finance are asked for a second factor. An approver stands in their client's list before, and sees that client alone,
     * for as long as they stand there. Where Keycloak gives no answer (503), the same request under the same key goes on.
     *
     * @param key Your own key of this request: sent again, it makes nothing more.
     * @return 201: the person, and how they get in
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<InvitedPerson> invitePerson(
            @HeaderParam(Idempotency.HEADER) @Parameter(required = true) String key, @NotNull @Valid NewPerson body) {
        return inviting.invite(key, body);
    }

    /** List the people. In the order in which they were invited. Those made in Keycloak's console are not among them. */
    @GET
    @ConsistentRead
    public Page<PersonView> listPeople(@Valid @BeanParam Paging paging) {
        return people.list(paging);
    }

    /**
     * Read a person.
     *
     * @param id the person's id.
     * @return the person
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public RestResponse<PersonView> getPerson(UUID id) {
        return people.view(id).response();
    }

    /**
     * Invite somebody again. Who has not logged in gets another mail, or another password in place of the one before.
     *
     * @param id the person's id.
     * @return the person, and how they get in
     */
    @POST
    @Path("/{id}/invite")
    public InvitedPerson invitePersonAgain(UUID id) {
        return inviting.again(id);
    }

    /**
     * Change what somebody is. Their sessions end, and within five seconds the tokens that they have are refused; the next
     * log-in has the new roles. There is an owner always.
     *
     * @param id the person's id.
     * @return the person
     */
    @POST
    @Path("/{id}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<PersonView> changePersonRoles(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid PersonRoles body) {
        return changes.become(id, ifMatch, body).response();
    }

    /**
     * Deactivate somebody. Their sessions end, and within five seconds whatever they ask for is refused. There is an owner
     * always. Who is deactivated stays so.
     *
     * @param id the person's id.
     * @return the person
     */
    @POST
    @Path("/{id}/deactivate")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<PersonView> deactivatePerson(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid PersonStateChange body) {
        return changes.deactivate(id, ifMatch, body).response();
    }

    /**
     * Reactivate somebody. They log in as before. Who is active stays so.
     *
     * @param id the person's id.
     * @return the person
     */
    @POST
    @Path("/{id}/reactivate")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<PersonView> reactivatePerson(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid PersonStateChange body) {
        return changes.reactivate(id, ifMatch, body).response();
    }
}

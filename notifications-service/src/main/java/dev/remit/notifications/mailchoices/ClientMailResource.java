package dev.remit.notifications.mailchoices;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.ETags;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.tenancy.Caller;
import dev.remit.notifications.clients.Clients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a client chooses of its people's mail, over HTTP. */
@Path("/api/notifications/v1/clients/{code}/mail")
@Produces(MediaType.APPLICATION_JSON)
@AccessUnrecorded("choices without secrets")
@Tag(name = "Mail")
class ClientMailResource {
    private final ClientMailChoices choices;
    private final Clients clients;
    private final Caller caller;

    ClientMailResource(ClientMailChoices choices, Clients clients, Caller caller) {
        this.choices = choices;
        this.clients = clients;
        this.caller = caller;
    }

    /**
     * Read what a client has chosen of the mail that its people get.
     *
     * @param code the client's code.
     * @return the client's choices
     */
    @GET
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, CLIENT_APPROVER, AUDITOR})
    public RestResponse<ClientMailView> getClientMail(String code) {
        return answer(code, choices.of(require(code)));
    }

    /**
     * Choose what mail the people of a client get, and in which language. It holds for what waits already. What is demanded
     * cannot be switched off; what somebody has chosen for themselves stays off, and their language goes before.
     *
     * @param code the client's code.
     * @return the client's choices as they are now
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({OWNER, CLIENT_APPROVER})
    public RestResponse<ClientMailView> changeClientMail(
            String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ClientMailBody body) {
        UUID client = require(code);
        Optional<ClientMailChoice> present = choices.of(client);
        ETags.requireMatch(ifMatch, version(present));
        ClientMailChoice choice = present.orElseGet(() -> choices.make(client));
        choice.choose(UnwantedKinds.of(body.switchedOff()), body.language());
        choices.write();
        return answer(code, Optional.of(choice));
    }

    private UUID require(String code) {
        caller.requireClient(code);
        return clients.byCode(code).orElseThrow(Problem::notFound);
    }

    private static RestResponse<ClientMailView> answer(String code, Optional<ClientMailChoice> choice) {
        return Answers.ok(ClientMailView.of(code, choice), version(choice));
    }

    /** 0 where it has chosen nothing. */
    private static long version(Optional<ClientMailChoice> choice) {
        return choice.map(ClientMailChoice::version).orElse(0L);
    }
}

package dev.remit.notifications.mailchoices;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.sql.ConsistentRead;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What somebody chooses of their own mail, over HTTP. */
@Path("/api/notifications/v1/me/mail")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, AUDITOR})
@AccessUnrecorded("the caller's own choices")
@Tag(name = "Mail")
class MyMailResource {
    private final OwnChoice own;

    MyMailResource(OwnChoice own) {
        this.own = own;
    }

    /**
     * Read what you have chosen of the mail that you get, whoever you are.
     *
     * @return your choices
     */
    @GET
    @ConsistentRead
    public RestResponse<MyMailView> getMyMail() {
        return answer();
    }

    /**
     * Choose what mail you get, in which language, and by which zone. What is demanded cannot be switched off. It holds for
     * what waits already.
     *
     * @return your choices as they are now
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public RestResponse<MyMailView> changeMyMail(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid MyMailBody body) {
        own.change(ifMatch, body);
        return answer();
    }

    private RestResponse<MyMailView> answer() {
        return Answers.ok(MyMailView.of(own.present()), own.version());
    }
}

package dev.remit.notifications.mailsettings;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

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

/** A tenant's settings of mail over HTTP. */
@Path("/api/notifications/v1/mail-settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, AUDITOR})
@AccessUnrecorded("settings without secrets")
@Tag(name = "Mail", description = "Who is written to about what and when, and what was sent.")
class MailSettingsResource {
    private final MailPlans plans;
    private final MailSettingsChanges changes;

    MailSettingsResource(MailPlans plans, MailSettingsChanges changes) {
        this.plans = plans;
        this.changes = changes;
    }

    /**
     * Read how people are written to: in whose name, in which language and zone, when not, and who about what. Where nobody has
     * said, it is what is usual.
     *
     * @return the settings
     */
    @GET
    @ConsistentRead
    public RestResponse<MailSettingsView> getMailSettings() {
        return answer();
    }

    /**
     * Change how people are written to. What waits already goes to whom it was meant for, in the name and language that are
     * set when it is sent. What an agreement demands goes to somebody: quotes, reminders of them, and what is said of
     * agreements; so does the word that webhooks are switched off.
     *
     * @return the settings as they are now
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<MailSettingsView> changeMailSettings(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid MailSettingsBody body) {
        changes.change(ifMatch, body);
        return answer();
    }

    private RestResponse<MailSettingsView> answer() {
        return Answers.ok(MailSettingsView.of(plans.present()), changes.version());
    }
}

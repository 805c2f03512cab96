package dev.remit.tickets.escalation;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A tenant's escalation rules over HTTP. */
@Path("/api/tickets/v1/escalation-rules")
@Produces(MediaType.APPLICATION_JSON)
@AccessUnrecorded("settings without secrets")
@Tag(name = "Clocks")
class EscalationResource {
    private final EscalationRules rules;
    private final EscalationChanges changes;

    EscalationResource(EscalationRules rules, EscalationChanges changes) {
        this.rules = rules;
        this.changes = changes;
    }

    /**
     * Read who is told when of clocks that run towards their due moment, or past it.
     *
     * @return the rules
     */
    @GET
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, AUDITOR})
    public RestResponse<EscalationRulesView> getEscalationRules() {
        return answer();
    }

    /**
     * Change who is told when of clocks. The rules that are sent take the place of all that there are; one that says what it said
     * before stays the same. Each rule tells once of each run of a clock. What a clock came to before a rule was given is not told.
     *
     * @return the rules as they are now
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK})
    public RestResponse<EscalationRulesView> changeEscalationRules(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid EscalationRulesBody body) {
        changes.change(ifMatch, body);
        return answer();
    }

    private RestResponse<EscalationRulesView> answer() {
        return Answers.ok(
                EscalationRulesView.of(
                        rules.said().map(EscalationSettings::rules).orElse(List.of())),
                changes.version());
    }
}

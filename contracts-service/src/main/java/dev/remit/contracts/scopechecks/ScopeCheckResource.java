package dev.remit.contracts.scopechecks;

import static dev.remit.contracts.Roles.AUDITOR;
import static dev.remit.contracts.Roles.CLIENT_APPROVER;
import static dev.remit.contracts.Roles.FINANCE;
import static dev.remit.contracts.Roles.INTEGRATOR;
import static dev.remit.contracts.Roles.OWNER;
import static dev.remit.contracts.Roles.SERVICE_DESK;
import static dev.remit.contracts.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scope checks over HTTP. */
@Path("/api/contracts/v1/scope-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scope checks", description = "Is this work within our remit, and what would it cost if not?")
class ScopeCheckResource {
    private static final String SATURDAY = """
            {
              "clientCode": "whitfield-crane",
              "item": "office-move",
              "ticketClass": "REQUEST",
              "priority": "P3",
              "siteCode": "broad-street",
              "start": "2026-06-13T12:00:00Z",
              "minutes": 540,
              "travel": true
            }
            """;
    private static final String IN_WORDS = """
            {"clientCode": "whitfield-crane", "title": "Please move our workstations to the new suite"}
            """;

    private final ScopeChecks checks;

    ScopeCheckResource(ScopeChecks checks) {
        this.checks = checks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @Operation(
            operationId = "checkScope",
            summary = "Ask whether work is included and what it would cost",
            description =
                    "Rules by the signed version in force on the date, as a ticket with these facts would be ruled, and"
                            + " keeps nothing. What cannot be known is SILENT or AMBIGUOUS, never guessed.")
    public ScopeAnswer check(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "saturday", value = SATURDAY),
                                                @ExampleObject(name = "in-words", value = IN_WORDS)
                                            }))
                    @NotNull
                    @Valid
                    ScopeQuestion body) {
        return checks.check(body);
    }
}

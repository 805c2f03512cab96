package dev.remit.contracts.agreements.templates;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessUnrecorded;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Templates over HTTP. */
@Path("/api/contracts/v1/agreement-templates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR})
@AccessUnrecorded("templates that come with Remit, the same for everybody")
@Tag(name = "Agreement templates", description = "Agreements to begin with, which Remit brings along.")
class TemplateResource {
    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    /** All templates. */
    @Schema(name = "AgreementTemplateList")
    record TemplateList(List<Template> items) {}

    /** List the templates with their terms, all of them. */
    @GET
    public TemplateList listAgreementTemplates() {
        return new TemplateList(templates.all());
    }
}

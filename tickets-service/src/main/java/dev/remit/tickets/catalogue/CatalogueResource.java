package dev.remit.tickets.catalogue;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** By what work was recognised, and what nobody has mapped. */
@Path("/api/tickets/v1")
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@Tag(name = "Recognition", description = "By which codes and words work is recognised.")
class CatalogueResource {
    private final Catalogue catalogue;
    private final UnmappedCodes codes;

    CatalogueResource(Catalogue catalogue, UnmappedCodes codes) {
        this.catalogue = catalogue;
        this.codes = codes;
    }

    /**
     * Fetch a version of the catalogue by which something was ruled. The exact bytes: canonical JSON of schema
     * remit-catalogue/1, whose SHA-256 is the hash that a ruling's inputs name.
     *
     * @param hash 64 lower-case hex digits
     * @return the document
     */
    @GET
    @Path("/catalogue-versions/{hash}")
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessUnrecorded("by what work is recognised, the same for every client")
    @APIResponseSchema(Object.class)
    public RestResponse<byte[]> getCatalogueVersion(String hash) {
        byte[] bytes = catalogue.bytes(hash).orElseThrow(Problem::notFound);
        return ResponseBuilder.ok(bytes).tag(new EntityTag(hash)).build();
    }

    /**
     * List codes of PSAs that nobody has mapped: by which no item of the catalogue is recognised, with the number of tickets
     * and how they are ruled. At most 500, those on most tickets first. Mapping one in the catalogue needs no signature.
     */
    @GET
    @Path("/unmapped-codes")
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, INTEGRATOR, AUDITOR})
    @AccessUnrecorded("codes of the PSA and how many tickets bear them")
    public Page<UnmappedCode> listUnmappedCodes() {
        return new Page<>(codes.list(), null);
    }
}

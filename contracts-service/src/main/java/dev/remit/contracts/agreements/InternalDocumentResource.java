package dev.remit.contracts.agreements;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Published documents for the other services, which work for every tenant and know documents by their hash. */
@Path("/internal/v1/documents/{hash}")
class InternalDocumentResource {
    private final Sql sql;

    InternalDocumentResource(Sql sql) {
        this.sql = sql;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SERVICE)
    public byte[] get(String hash) {
        return sql.first(
                        "SELECT bytes FROM agreement_document WHERE hash = ? AND kind = 'PUBLISHED'",
                        row -> row.bytes(1),
                        hash)
                .orElseThrow(Problem::notFound);
    }
}

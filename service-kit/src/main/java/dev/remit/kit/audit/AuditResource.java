package dev.remit.kit.audit;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.longreads.LongRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows a service's audit trail. A service extends it with its path, such as {@code @Path("/api/tickets/v1/audit")}. */
@RolesAllowed({OWNER, AUDITOR})
@AccessRecorded
@Tag(name = "Audit", description = "Who did what when to which object, with its state before and after")
public abstract class AuditResource {
    private final AuditTrail trail;

    protected AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Records of the audit trail, newest first. Written in the transaction of the change; nobody can change or delete one.
     *
     * @return the records
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @LongRead
    public Page<AuditEntry> listAuditEntries(@Valid @BeanParam AuditFilter filter, @Valid @BeanParam Paging paging) {
        long before = paging.after(1).map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        return Page.of(
                trail.page(filter, before, paging.limit()),
                paging.limit(),
                entry -> entry,
                entry -> Cursor.after(entry.number()));
    }

    /**
     * Computes the trail anew. Says whether a record was changed, left out or moved since it was written. Takes 20,000 records
     * at once; whoever noted a number and its hash down goes on from there.
     *
     * @param after the number of the last record that was verified; the trail from its start without
     * @param hash the hash of that record as it was noted down, in hex; another one now counts as broken
     * @return what was found
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/verification")
    @LongRead
    public AuditVerification verifyAudit(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("hash") @Pattern(regexp = "^[0-9a-f]{64}$") String hash) {
        return trail.verify(after, hash == null ? null : HexFormat.of().parseHex(hash));
    }
}

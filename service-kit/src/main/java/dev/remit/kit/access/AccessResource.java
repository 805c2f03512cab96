package dev.remit.kit.access;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows a service's access record. A service extends it with its path, {@code @Path("/api/…/v1/access-records")}. */
@RolesAllowed({OWNER, AUDITOR})
@AccessRecorded
@Tag(name = "Access", description = "Who read what, and who was refused what")
public abstract class AccessResource {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final AccessRecords records;
    private final Tenancy tenancy;

    protected AccessResource(AccessRecords records, Tenancy tenancy) {
        this.records = records;
        this.tenancy = tenancy;
    }

    /**
     * Who read money, evidence and documents, and who was refused, newest first. A request is on record about a second after
     * its answer.
     *
     * @return the records
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<AccessView> listAccessRecords(@Valid @BeanParam AccessFilter filter, @Valid @BeanParam Paging paging) {
        UUID before = paging.after(1).map(cursor -> cursor.uuid(0)).orElse(AFTER_ALL);
        return Page.of(
                records.page(tenancy.current(), filter, before, paging.limit()),
                paging.limit(),
                access -> access,
                access -> Cursor.after(access.id()));
    }
}

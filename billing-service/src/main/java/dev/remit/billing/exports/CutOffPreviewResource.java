package dev.remit.billing.exports;

import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What finance would close. */
@Path("/api/billing/v1/cut-off-preview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, FINANCE})
@AccessRecorded
@Tag(name = "Finance")
public class CutOffPreviewResource {
    private final CutOffActions desk;

    CutOffPreviewResource(CutOffActions desk) {
        this.desk = desk;
    }

    /**
     * What a cut-off would lock now. Changes nothing. A date that could not be closed is refused as it would be; without one it
     * is the latest that could.
     *
     * @param through the last local work date to lock, such as 2026-06-30
     * @param clientCode only this client's lines; everybody's if absent
     */
    @GET
    @ConsistentRead
    public CutOffPreview previewCutOff(
            @QueryParam("through") LocalDate through, @QueryParam("clientCode") String clientCode) {
        return desk.preview(through, clientCode);
    }
}

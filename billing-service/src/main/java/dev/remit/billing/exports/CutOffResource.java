package dev.remit.billing.exports;

import dev.remit.billing.books.CutOffs.Locked;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Answer;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.tenancy.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/billing/v1/cut-offs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Finance", description = "Cut-offs, the finance feed, export batches and acknowledgements")
public class CutOffResource {
    private static final String JUNE = """
            {"through": "2026-06-30"}
            """;

    private final CutOffDesk desk;
    private final Caller caller;
    private final Idempotency idempotency;

    CutOffResource(CutOffDesk desk, Caller caller, Idempotency idempotency) {
        this.desk = desk;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @Schema(name = "CutOffRequest")
    public record CutOffRequest(
            @NotNull @Schema(description = "The last local work date to lock", examples = "2026-06-30")
            LocalDate through,

            @Size(max = 64) @Schema(description = "Only this client's lines; everybody's if absent")
            String clientCode) {}

    @Schema(name = "CutOffPreview", description = "What a cut-off would lock now")
    public record CutOffPreview(
            LocalDate through,
            String clientCode,
            int lines,

            @Schema(description = "What they bill, one sum a currency")
            List<MoneyJson> billed) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"owner", "finance"})
    @Operation(
            operationId = "cutOff",
            summary = "Locks open lines and publishes them to the finance feed",
            description =
                    "Closes a date that is over in the zone of each client concerned. Locks every OPEN line with a"
                            + " billed amount and a work date up to it, and gives it its position for good. What becomes known"
                            + " later goes into the next cut-off, marked late. Where there are more than some hundreds of lines,"
                            + " the rest are locked after the answer.")
    @APIResponse(
            responseCode = "200",
            description = "What was locked",
            content = @Content(schema = @Schema(implementation = CutOffView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The date is closed, and lines are still being locked: read the cut-off until it is DONE",
            content = @Content(schema = @Schema(implementation = CutOffView.class)))
    public Response cutOff(
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "june", value = JUNE)))
                    @NotNull
                    @Valid
                    CutOffRequest request) {
        return idempotency.run("cut-offs", key, request, () -> {
            CutOffView made = desk.make(request.through(), request.clientCode(), caller.username());
            return made.status() == CutOffStatus.DONE ? Answer.ok(made) : Answer.accepted(made);
        });
    }

    @GET
    @Transactional
    @RolesAllowed({"owner", "finance", "finance-pull", "auditor"})
    @AccessRecorded
    @Operation(operationId = "listCutOffs", summary = "Cut-offs, newest first")
    public Page<CutOffView> list(@Valid @BeanParam Paging paging) {
        Optional<UUID> before = paging.after(1).map(cursor -> cursor.uuid(0));
        return Page.of(
                desk.before(before, paging.limit() + 1),
                paging.limit(),
                Function.identity(),
                made -> Cursor.after(made.id()));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"owner", "finance", "finance-pull", "auditor"})
    @AccessRecorded
    @Operation(operationId = "getCutOff", summary = "One cut-off, with what it has locked so far")
    public CutOffView get(@Parameter(description = "The cut-off's id") @PathParam("id") UUID id) {
        return desk.require(id);
    }

    @GET
    @Path("/preview")
    @Transactional
    @RolesAllowed({"owner", "finance"})
    @AccessRecorded
    @Operation(
            operationId = "previewCutOff",
            summary = "What a cut-off would lock now",
            description =
                    "Changes nothing. A date that could not be closed is refused as it would be; without one it is the"
                            + " latest that could.")
    public CutOffPreview preview(
            @Parameter(description = "The last local work date to lock", example = "2026-06-30") @QueryParam("through")
                    LocalDate through,
            @Parameter(description = "Only this client's lines; everybody's if absent") @QueryParam("clientCode")
                    String clientCode) {
        LocalDate date = through == null ? desk.latest(clientCode) : through;
        Locked locked = desk.preview(date, clientCode);
        return new CutOffPreview(date, clientCode, locked.lines(), CutOffView.sums(locked));
    }
}

package dev.remit.billing.exports;

import dev.remit.billing.ApiText;
import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Answer;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/billing/v1/export-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Finance")
public class BatchResource {
    private static final String PATH = "/api/billing/v1/export-batches/";
    private static final String EVERYBODY = """
            {}
            """;
    private static final String BOOKED = """
            {"reference": "INV-2026-0412"}
            """;
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Batches batches;
    private final BatchParts parts;
    private final Clients clients;
    private final Caller caller;
    private final Idempotency idempotency;

    BatchResource(Batches batches, BatchParts parts, Clients clients, Caller caller, Idempotency idempotency) {
        this.batches = batches;
        this.parts = parts;
        this.clients = clients;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @Schema(name = "ExportBatchRequest")
    public record BatchRequest(
            @Size(max = 64) @Schema(description = "Only this client's lines; everybody's if absent")
            String clientCode) {}

    @Schema(name = "BatchAcknowledgementRequest")
    public record ReceiptRequest(
            @NotBlank @Size(max = 255) @Schema(description = "Finance's own reference", examples = "INV-2026-0412")
            String reference,

            @Valid @Schema(description = "What finance adds the batch up to; refused if it is something else")
            MoneyJson total) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"finance", "finance-pull", "owner"})
    @Operation(
            operationId = "makeExportBatch",
            summary = "Puts every locked line that finance does not have yet into a new batch",
            description = "A line that is in a batch, or that finance has acknowledged from the feed, is not put into"
                    + " another. The batch and its file never change. Refused while no line waits.")
    @APIResponse(
            responseCode = "201",
            description = "The batch",
            headers =
                    @Header(
                            name = "Location",
                            description = ApiText.LOCATION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Response make(
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "everybody", value = EVERYBODY)))
                    @NotNull
                    @Valid
                    BatchRequest request) {
        return idempotency.run("export-batches", key, request, () -> {
            Optional<UUID> client = Optional.ofNullable(request.clientCode()).map(this::client);
            ExportBatch batch = batches.make(client, caller.username());
            return Answer.created(PATH + batch.number, batches.view(batch));
        });
    }

    private UUID client(String code) {
        return clients.byCode(code)
                .map(ClientFacts::clientId)
                .orElseThrow(() -> Problem.invalid("clientCode", "is not a client of yours", "unknown"));
    }

    @GET
    @Transactional
    @RolesAllowed({"finance", "finance-pull", "owner", "auditor"})
    @AccessRecorded
    @Operation(operationId = "listExportBatches", summary = "Export batches, newest first")
    public Page<BatchView> list(@Valid @BeanParam Paging paging) {
        Optional<Long> before = paging.after(1).map(cursor -> cursor.number(0));
        return Page.of(
                batches.views(batches.before(before, paging.limit() + 1)),
                paging.limit(),
                Function.identity(),
                batch -> Cursor.after(batch.number()));
    }

    @GET
    @Path("/{number}")
    @Transactional
    @RolesAllowed({"finance", "finance-pull", "owner", "auditor"})
    @AccessRecorded
    @Operation(operationId = "getExportBatch", summary = "One export batch")
    public BatchView get(@Parameter(description = "The batch's number") @PathParam("number") long number) {
        return batches.view(batches.require(number));
    }

    @GET
    @Path("/{number}/lines.csv")
    @Produces(CSV)
    @Transactional
    @RolesAllowed({"finance", "finance-pull", "owner", "auditor"})
    @LongRead
    @AccessRecorded
    @Operation(
            operationId = "downloadExportBatch",
            summary = "The file of a batch",
            description =
                    "RFC 4180, UTF-8, with a header row; the same bytes every time, named by the ETag. A text that a"
                            + " spreadsheet would take for a formula begins with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The lines in the order of their positions",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The SHA-256 of the bytes.",
                            schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response download(@Parameter(description = "The batch's number") @PathParam("number") long number) {
        ExportBatch batch = batches.require(number);
        StreamingOutput file = out -> parts.send(batch.id, out);
        return Response.ok(file, CSV)
                .tag(batch.csvHash)
                .header("Content-Disposition", "attachment; filename=\"remit-batch-" + number + ".csv\"")
                .build();
    }

    @POST
    @Path("/{number}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({"finance", "finance-pull"})
    @Operation(
            operationId = "acknowledgeExportBatch",
            summary = "Says that finance has a batch",
            description =
                    "With a total it is compared with the batch's, and refused if they differ. Saying it again with"
                            + " the same reference changes nothing.")
    public BatchView acknowledge(
            @Parameter(description = "The batch's number") @PathParam("number") long number,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "booked", value = BOOKED)))
                    @NotNull
                    @Valid
                    ReceiptRequest request) {
        ExportBatch batch = batches.require(number);
        batches.acknowledge(batch, request.reference(), request.total(), caller.username());
        return batches.view(batch);
    }
}

package dev.remit.billing.exports;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.FINANCE_PULL;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.csv.CsvTable;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The batches in which finance is handed its lines. */
@Path(BatchResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({FINANCE, FINANCE_PULL, OWNER, AUDITOR})
@AccessRecorded
@Tag(name = "Finance")
public class BatchResource {
    static final String PATH = "/api/billing/v1/export-batches";

    private final Batches batches;
    private final BatchParts parts;

    BatchResource(Batches batches, BatchParts parts) {
        this.batches = batches;
        this.parts = parts;
    }

    /**
     * Puts every locked line that finance does not have yet into a new batch. A line that is in a batch, or that finance has
     * acknowledged from the feed, is not put into another. The batch and its file never change. Refused while no line waits.
     *
     * @return 201: the batch
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({FINANCE, FINANCE_PULL, OWNER})
    @Idempotent("export-batches")
    public RestResponse<BatchView> createExportBatch(@NotNull @Valid BatchRequest request) {
        BatchView made = batches.make(request.clientCode());
        return Answers.created(PATH + "/" + made.number(), made);
    }

    /** Export batches, newest first. */
    @GET
    @ConsistentRead
    public Page<BatchView> listExportBatches(@Valid @BeanParam Paging paging) {
        return batches.page(paging);
    }

    /**
     * One export batch.
     *
     * @param number the batch's number
     */
    @GET
    @Path("/{number}")
    @ConsistentRead
    public BatchView getExportBatch(long number) {
        return batches.view(batches.require(number));
    }

    /**
     * The file of a batch. RFC 4180, UTF-8, with a header row; the same bytes every time, named by the ETag. A text that a
     * spreadsheet would take for a formula begins with an apostrophe.
     *
     * @param number the batch's number
     * @return the lines in the order of their positions
     */
    @GET
    @Path("/{number}/lines.csv")
    @Produces(CsvTable.TYPE)
    @ConsistentRead
    @LongRead
    public RestResponse<StreamingOutput> downloadExportBatch(long number) {
        ExportBatch batch = batches.require(number);
        StreamingOutput file = out -> parts.send(batch.id(), out);
        return ResponseBuilder.ok(file, CsvTable.TYPE)
                .tag(batch.csvHash())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"remit-batch-" + number + ".csv\"")
                .build();
    }

    /**
     * Says that finance has a batch. With a total it is compared with the batch's, and refused if they differ. Saying it again
     * with the same reference changes nothing.
     *
     * @param number the batch's number
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{number}/acknowledgement")
    @Transactional
    @RolesAllowed({FINANCE, FINANCE_PULL})
    public BatchView acknowledgeExportBatch(long number, @NotNull @Valid ReceiptRequest request) {
        return batches.acknowledge(number, request);
    }
}

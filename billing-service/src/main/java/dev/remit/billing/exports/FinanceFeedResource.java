package dev.remit.billing.exports;

import dev.remit.billing.books.FinanceHead;
import dev.remit.billing.extras.ExtraView;
import dev.remit.billing.extras.Publication;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/billing/v1/extras")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Finance")
public class FinanceFeedResource {
    private static final String BOOKED = """
            {"through": 1, "reference": "JE-2026-06-118"}
            """;

    private final Publication publication;
    private final FinanceHead head;

    FinanceFeedResource(Publication publication, FinanceHead head) {
        this.publication = publication;
        this.head = head;
    }

    @Schema(name = "FinanceFeed", description = "Locked lines in the order of their positions, without gaps")
    public record FinanceFeed(
            List<FinanceFeedItem> items,
            @Schema(description = "The highest position") long head) {}

    @Schema(name = "FinanceFeedItem")
    public record FinanceFeedItem(long position, ExtraView extra) {}

    @GET
    @Path("/feed")
    @Transactional
    @RolesAllowed({"finance-pull", "finance", "owner", "auditor"})
    @LongRead
    @AccessRecorded
    @Operation(
            operationId = "readFinanceFeed",
            summary = "Locked lines after a position",
            description = "Begin with 0; ask again with the last position that you stored. Positions stay for good.")
    public FinanceFeed read(
            @Parameter(description = "The last position that was read") @QueryParam("after") @DefaultValue("0") @Min(0)
                    long after,
            @Parameter(description = "How many items at most")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit) {
        long last = head.read().position();
        List<FinanceFeedItem> items = publication.feed(after, limit).stream()
                .map(extra -> new FinanceFeedItem(extra.position(), extra))
                .toList();
        return new FinanceFeed(
                items, items.isEmpty() ? last : Math.max(last, items.getLast().position()));
    }

    @Schema(name = "FeedAcknowledgementRequest")
    public record AcknowledgementRequest(
            @NotNull @Min(1) @Schema(description = "The last position that finance has")
            Long through,

            @NotBlank @Size(max = 255) @Schema(description = "Finance's own reference", examples = "JE-2026-06-118")
            String reference) {}

    @Schema(name = "FeedAcknowledgement")
    public record AcknowledgementView(
            long through,
            String reference,

            @Schema(description = "Lines that were not acknowledged before")
            int acknowledged) {}

    @POST
    @Path("/acknowledgements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({"finance-pull", "finance"})
    @Operation(
            operationId = "acknowledgeExtras",
            summary = "Says that finance has every line up to a position",
            description =
                    "Lines that were acknowledged before keep their reference, so that repeating it does no harm.")
    public AcknowledgementView acknowledge(
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "booked", value = BOOKED)))
                    @NotNull
                    @Valid
                    AcknowledgementRequest request) {
        long last = head.read().position();
        if (request.through() > last) {
            throw Problem.invalid("through", "is beyond the feed's head " + last, "beyond-head");
        }
        int lines = publication.acknowledgeThrough(request.through(), request.reference());
        return new AcknowledgementView(request.through(), request.reference(), lines);
    }
}

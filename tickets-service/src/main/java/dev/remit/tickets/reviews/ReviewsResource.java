package dev.remit.tickets.reviews;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.problem.Problem;
import dev.remit.tickets.intake.Collisions;
import dev.remit.tickets.intake.ReceiptView;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewState;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.TicketsPending;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person must look at, and what they do about it. */
@Path("/api/tickets/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews", description = "What came in and cannot be acted on without guessing.")
class ReviewsResource {
    private static final String ID = "The review's id.";
    private static final String REASON = """
            {"reason": "The platform's clock was fast; it is right by now"}
            """;

    private final Reviews reviews;
    private final ReviewDesk desk;
    private final Event<TicketsPending> pending;

    ReviewsResource(Reviews reviews, ReviewDesk desk, Event<TicketsPending> pending) {
        this.reviews = reviews;
        this.desk = desk;
        this.pending = pending;
    }

    /** Why somebody decides so. */
    @Schema(name = "ReviewDecision", additionalProperties = Schema.False.class)
    record DecisionRequest(
            @NotBlank @Size(max = 500) @Schema(description = "For the record")
            String reason) {}

    /** What came of taking a payload in again. */
    @Schema(name = "ReviewRetried")
    record RetriedView(ReviewView review, ReceiptView receipt) {}

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, AUDITOR})
    @AccessRecorded
    @Operation(
            operationId = "listReviews",
            summary = "List what a person must look at",
            description = "Oldest first, or newest; a cursor is of one order.")
    public Page<ReviewView> list(@Valid @BeanParam ReviewFilter filter, @Valid @BeanParam Paging paging) {
        List<Review> rows = filter.page(reviews, paging.after(2), paging.limit());
        return Page.of(rows, paging.limit(), ReviewView::of, row -> Cursor.after(row.raisedAt(), row.id()));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, AUDITOR})
    @AccessRecorded
    @Operation(operationId = "getReview", summary = "Read a review")
    public ReviewView get(@Parameter(description = ID) @PathParam("id") UUID id) {
        return ReviewView.of(reviews.find("id", id).firstResultOptional().orElseThrow(Problem::notFound));
    }

    @POST
    @Path("/{id}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(
            operationId = "resolveReview",
            summary = "Stands for what was told",
            description =
                    "Work that was held back because it cannot have been done as it is told is then taken as told.")
    public ReviewView resolve(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "reason", value = REASON)))
                    @NotNull
                    @Valid
                    DecisionRequest body) {
        return decide(id, ReviewState.RESOLVED, body);
    }

    @POST
    @Path("/{id}/dismiss")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(
            operationId = "dismissReview",
            summary = "Wants nothing made of what was told",
            description = "What was held back stays held back; a later word of the source is looked at anew.")
    public ReviewView dismiss(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "reason", value = REASON)))
                    @NotNull
                    @Valid
                    DecisionRequest body) {
        return decide(id, ReviewState.DISMISSED, body);
    }

    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(
            operationId = "retryReview",
            summary = "Takes the kept payload in again",
            description =
                    "As if it came now, such as when clocks agree. The review of something that was refused is closed unless"
                            + " it is refused again; others close by themselves once their cause has gone. The receipt says"
                            + " what came of it.")
    public RetriedView retry(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "reason", value = REASON)))
                    @NotNull
                    @Valid
                    DecisionRequest body) {
        return act(() -> {
            ReviewDesk.Retried came = desk.retry(id, body.reason());
            return new RetriedView(ReviewView.of(came.review()), ReceiptView.of(came.receipt()));
        });
    }

    private ReviewView decide(UUID id, ReviewState to, DecisionRequest body) {
        return act(() -> ReviewView.of(desk.decide(id, to, body.reason())));
    }

    /** In a transaction of its own, so that what it wakes is looked at once that is committed. */
    private <T> T act(Callable<T> decision) {
        T done = Collisions.repeat(() -> QuarkusTransaction.requiringNew().call(decision));
        pending.fire(new TicketsPending());
        return done;
    }
}

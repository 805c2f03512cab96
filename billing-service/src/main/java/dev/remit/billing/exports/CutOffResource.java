package dev.remit.billing.exports;

import dev.remit.billing.books.CutOffs;
import dev.remit.billing.books.CutOffs.Closing;
import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.billing.extras.Publication;
import dev.remit.billing.extras.Publication.Published;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.idempotency.Answer;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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

    private final Publication publication;
    private final CutOffs cutOffs;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;
    private final Idempotency idempotency;

    CutOffResource(
            Publication publication,
            CutOffs cutOffs,
            Clients clients,
            Caller caller,
            TenantClock clock,
            Idempotency idempotency) {
        this.publication = publication;
        this.cutOffs = cutOffs;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    @Schema(name = "CutOffRequest")
    public record CutOffRequest(
            @NotNull @Schema(description = "The last local work date to lock", examples = "2026-06-30")
            LocalDate through,

            @Size(max = 64) @Schema(description = "Only this client's lines; everybody's if absent")
            String clientCode) {}

    @Schema(name = "CutOff", description = "What a cut-off locked")
    public record CutOffView(
            LocalDate through,
            String clientCode,

            @Schema(description = "How many lines are locked by it")
            int lines,

            @Schema(description = "Position of the first of them; absent if there was none")
            Long firstPosition,

            @Schema(description = "Position of the last of them")
            Long lastPosition,

            @Schema(description = "What they bill, one sum a currency")
            List<MoneyJson> billed,

            Instant madeAt) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"owner", "finance"})
    @Operation(
            operationId = "cutOff",
            summary = "Locks open lines and publishes them to the finance feed",
            description = "Locks every OPEN line with a billed amount and a work date up to the given one, and gives it"
                    + " its position for good. What becomes known later goes into the next cut-off, marked late.")
    @APIResponse(
            responseCode = "200",
            description = "What was locked",
            content = @Content(schema = @Schema(implementation = CutOffView.class)))
    public Response cutOff(
            @Parameter(description = "Makes a repetition harmless", required = true) @HeaderParam(Idempotency.HEADER)
                    String key,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "june", value = JUNE)))
                    @NotNull
                    @Valid
                    CutOffRequest request) {
        return idempotency.run("cut-offs", key, request, () -> Answer.ok(cutOff(request)));
    }

    private CutOffView cutOff(CutOffRequest request) {
        Optional<UUID> client = Optional.ofNullable(request.clientCode()).map(this::client);
        Instant now = clock.now();
        String by = caller.username();
        Published published = publication.lock(request.through(), client, "cut-off " + request.through() + " by " + by);
        cutOffs.record(new Closing(
                client.orElse(null),
                request.through(),
                published.lines(),
                published.first(),
                published.last(),
                now,
                by));
        return new CutOffView(
                request.through(),
                request.clientCode(),
                published.lines(),
                published.first(),
                published.last(),
                new TreeMap<>(published.billedMinor())
                        .entrySet().stream()
                                .map(sum -> MoneyJson.ofMinor(sum.getValue(), sum.getKey()))
                                .toList(),
                now);
    }

    private UUID client(String code) {
        return clients.byCode(code)
                .map(ClientFacts::clientId)
                .orElseThrow(() -> Problem.invalid("clientCode", "is not a client of yours", "unknown"));
    }
}

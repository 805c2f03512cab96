package dev.remit.kit.tenantdata;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one service has erased of a tenant. */
@Schema(name = "ErasureReport")
public record ErasureReport(
        UUID tenantId,

        @Schema(examples = "tickets-service") String service,

        ErasureState state,
        @MayBeAbsent Instant endedAt,

        @Schema(description = "How many were erased so far") List<Erased> erased,

        @MayBeAbsent @Schema(description = "The chain of the audit trail, verified at the end")
        Chain audit,

        @MayBeAbsent @Schema(description = "The chains of evidence of all tickets, verified at the end")
        Chain evidence) {

    /** @param kind as an export calls them; of evidence and audit the payloads */
    @Schema(name = "ErasedRecords")
    public record Erased(@Schema(examples = "time-entry") String kind, long records) {}

    @Schema(name = "ChainLeft")
    public record Chain(
            long links,

            @Schema(description = "Whether every link follows from the one before it")
            boolean intact) {}
}

package dev.remit.tickets.catalogue;

import dev.remit.engines.scope.Verdict;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Codes of a PSA by which no item of the catalogue is recognised, on how many tickets they stand, and how these are ruled.
 *
 * @param connection whose codes they are
 * @param type null where the source gives none, as the next two
 * @param verdicts of how many of these tickets; one that waits for a ruling is not among them
 * @param lastTicketAt when the last of these tickets was created
 */
@Schema(name = "UnmappedCode")
record UnmappedCode(
        String connection,
        @MayBeAbsent String type,
        @MayBeAbsent String subtype,
        @MayBeAbsent String item,
        long tickets,
        Map<Verdict, Long> verdicts,
        Instant lastTicketAt) {}

package dev.remit.tickets.clocks;

import dev.remit.engines.sla.WaitReason;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.contests.Contest;
import dev.remit.tickets.contests.ContestState;
import dev.remit.tickets.intake.AuthorView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That the client contests a wait: it says that the clocks should have counted on.
 *
 * @param waitKey the key of the wait, as the ticket's clocks tell it
 * @param from when the wait began
 * @param to when it ended, as was known when it was contested; absent where it went on
 * @param reason why; absent for a reader who may not see the words of a confidential ticket
 * @param by who contests it, or wrote for them
 * @param onBehalfOf the client's person for whom staff wrote
 * @param endedAt when it was settled or withdrawn; absent while it is open, as are the next two
 * @param endedBecause absent too for a reader who may not see the words of a confidential ticket
 */
@Schema(name = "Contest")
record ContestView(
        UUID id,
        UUID ticketId,
        ContestState state,
        String waitKey,
        WaitReason waitReason,
        Instant from,
        @MayBeAbsent Instant to,
        @MayBeAbsent String reason,
        AuthorView by,
        @MayBeAbsent String onBehalfOf,
        Instant contestedAt,
        @MayBeAbsent Instant endedAt,
        @MayBeAbsent AuthorView endedBy,
        @MayBeAbsent String endedBecause) {

    /**
     * @param state how it stands, or stood by what was known at a moment
     * @param words whether the reader may see what was written
     */
    static ContestView of(Contest contest, ContestState state, boolean words) {
        boolean ended = state != ContestState.OPEN;
        return new ContestView(
                contest.id(),
                contest.ticketId(),
                state,
                contest.waitKey(),
                contest.waitReason(),
                contest.waitFrom(),
                contest.waitTo(),
                words ? contest.reason() : null,
                AuthorView.of(contest.contestedBy()),
                contest.onBehalfOf(),
                contest.contestedAt(),
                ended ? contest.endedAt().orElseThrow() : null,
                ended ? AuthorView.of(contest.endedBy()) : null,
                ended && words ? contest.endedBecause() : null);
    }
}

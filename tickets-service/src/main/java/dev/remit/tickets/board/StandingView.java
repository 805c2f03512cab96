package dev.remit.tickets.board;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.WaitReason;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.standings.OpenClock;
import dev.remit.tickets.standings.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a ticket's open clocks stand.
 *
 * @param asOf when that is
 * @param owner whose time it is
 * @param nextDue when it is due next by any clock, also a moment that has passed; absent while only an event brings one about
 * @param percent the greatest share of a target that is used, floored; 100 and more is late
 * @param clocks those that have not ended
 */
@Schema(name = "TicketStanding")
record StandingView(Instant asOf, Owner owner, @MayBeAbsent Instant nextDue, int percent, List<ClockShare> clocks) {

    /**
     * A clock that has not ended.
     *
     * @param due its due moment, also one that has passed; absent while only an event brings it about
     * @param percent the share of its target that is used, floored
     * @param pausedBy the wait that pauses it
     */
    @Schema(name = "OpenClock")
    record ClockShare(
            ClockKind clock,
            ClockState state,
            @MayBeAbsent Instant due,
            int percent,
            @MayBeAbsent WaitReason pausedBy) {}

    /**
     * @param moment not before it was looked at
     * @param terms empty where they are not at hand: then it is told as it was looked at
     * @return null where no clock is open
     */
    static StandingView of(Standing standing, Instant moment, Optional<SlaTerms> terms) {
        if (standing.clocks().isEmpty()) {
            return null;
        }
        Instant asOf = terms.isEmpty() || moment.isBefore(standing.at()) ? standing.at() : moment;
        List<ClockShare> clocks = standing.clocks().stream()
                .map(clock -> share(clock, standing.percent(clock, asOf, terms)))
                .toList();
        return new StandingView(
                asOf,
                standing.owner(asOf, terms),
                standing.next().map(OpenClock::due).orElse(null),
                clocks.stream().mapToInt(ClockShare::percent).max().orElseThrow(),
                clocks);
    }

    private static ClockShare share(OpenClock clock, int percent) {
        return new ClockShare(clock.clock(), clock.state(), clock.due(), percent, clock.pausedBy());
    }
}

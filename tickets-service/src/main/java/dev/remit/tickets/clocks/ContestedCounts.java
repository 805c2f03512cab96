package dev.remit.tickets.clocks;

import dev.remit.engines.compliance.ComplianceFigures;
import dev.remit.tickets.clocks.CountedCycles.Which;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what contested runs add to figures, and what they would add if what clients contest were upheld. */
@ApplicationScoped
public class ContestedCounts {
    private final ContestedCycles cycles;
    private final BreachExcuses excuses;

    ContestedCounts(ContestedCycles cycles, BreachExcuses excuses) {
        this.cycles = cycles;
        this.excuses = excuses;
    }

    /**
     * What one side of a contested run adds.
     *
     * @param run tells it from other runs
     */
    public record Side(ContestedCycle cycle, Run run, ComplianceFigures figures) {}

    /** A run of a ticket's clock. */
    public record Run(UUID ticketId, String clock, String cycle) {
        static Run of(ContestedCycle cycle) {
            return new Run(cycle.ticketId(), cycle.clock().name(), cycle.cycle());
        }
    }

    /** The sides that count among some, or would. */
    public List<Side> among(Which which) {
        List<ContestedCycle> sides = cycles.among(which);
        Map<Run, String> excused =
                excuses.standing(sides.stream().map(ContestedCycle::ticketId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(
                                excuse -> new Run(
                                        excuse.ticketId(), excuse.clock().name(), excuse.cycle()),
                                excuse -> excuse.reason().name()));
        return sides.stream()
                .map(side -> new Side(side, Run.of(side), figures(side, excused.get(Run.of(side)))))
                .toList();
    }

    private static ComplianceFigures figures(ContestedCycle side, String excused) {
        return switch (side.result()) {
            case MET -> ComplianceFigures.met(1);
            case LEFT_OUT -> ComplianceFigures.leftOut(side.leftOut(), 1);
            case BREACHED ->
                excused == null
                        ? ComplianceFigures.breached(1)
                        : ComplianceFigures.breached(1).plus(ComplianceFigures.excused(excused, 1));
        };
    }
}

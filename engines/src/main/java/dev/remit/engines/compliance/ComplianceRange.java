package dev.remit.engines.compliance;

import java.util.Collection;

/**
 * Between what figures may come out once all that clients contest is settled. Each contested run counts as it does, or as it
 * would; each by itself is taken as it lowers the share, and as it raises it.
 *
 * @param lowest the figures with the lowest share
 * @param highest those with the highest
 */
public record ComplianceRange(ComplianceFigures lowest, ComplianceFigures highest) {

    /**
     * What a contested run adds to some figures.
     *
     * @param is as it counts; nothing where its place is not among these figures, as for the next
     * @param would as it would count
     */
    public record Contested(ComplianceFigures is, ComplianceFigures would) {
        private boolean lowers() {
            return would.met() < is.met() || would.breached() > is.breached();
        }

        private ComplianceFigures in(ComplianceFigures figures) {
            return figures.minus(is).plus(would);
        }
    }

    /** @param figures with each run as it counts */
    public static ComplianceRange of(ComplianceFigures figures, Collection<Contested> contested) {
        ComplianceFigures lowest = figures;
        ComplianceFigures highest = figures;
        for (Contested run : contested) {
            if (run.lowers()) {
                lowest = run.in(lowest);
            } else {
                highest = run.in(highest);
            }
        }
        return new ComplianceRange(lowest, highest);
    }
}

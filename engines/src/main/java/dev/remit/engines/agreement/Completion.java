package dev.remit.engines.agreement;

import java.util.ArrayList;
import java.util.List;

/** What an addendum takes over from its master, term by term. */
final class Completion {
    private Completion() {}

    /** The master's sites, whose zones go first, and those that only the addendum names. */
    static List<SignedSite> sites(List<SignedSite> own, List<SignedSite> ofMaster) {
        List<SignedSite> sites = new ArrayList<>(ofMaster);
        own.stream()
                .filter(site ->
                        ofMaster.stream().noneMatch(other -> other.code().equals(site.code())))
                .forEach(sites::add);
        return sites;
    }

    /** The addendum's levels, and the master's for tickets that none of them speaks of. */
    static List<ServiceLevel> serviceLevels(List<ServiceLevel> own, List<ServiceLevel> ofMaster) {
        List<ServiceLevel> levels = new ArrayList<>(own);
        ofMaster.stream()
                .filter(level -> own.stream().noneMatch(other -> speaksOf(other, level)))
                .forEach(levels::add);
        return levels;
    }

    private static boolean speaksOf(ServiceLevel own, ServiceLevel ofMaster) {
        return own.priority().equals(ofMaster.priority())
                && (own.ticketClass() == null || own.ticketClass().equals(ofMaster.ticketClass()));
    }

    /**
     * The addendum's rate card, else the master's. The hours of the surcharges are those that the card names, else the
     * addendum's coverage, else what the master's surcharges go by.
     *
     * @param own null if it has no prices
     * @param ownCoverage null if it has no hours
     * @param ofMaster may be null
     */
    static Prices prices(Prices own, Coverage ownCoverage, Prices ofMaster) {
        if (own == null || ofMaster == null || own.bandCalendar() != null || ownCoverage != null) {
            return own == null ? ofMaster : own;
        }
        return new Prices(own.card(), ofMaster.bandCalendar());
    }
}

package dev.remit.engines.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an addendum takes over from its master, term by term. A calendar of the master that has the name of one of the
 * addendum's goes by another name here, so that each term has the hours that its own agreement calls by that name.
 *
 * @param own the calendars of the addendum, by name
 */
record Completion(Map<String, NamedCalendar> own) {

    /** No name in a document begins like this. */
    private static final String OF_MASTER = "master/";

    private String renamed(String calendar) {
        return own.containsKey(calendar) ? OF_MASTER + calendar : calendar;
    }

    Map<String, NamedCalendar> calendars(Map<String, NamedCalendar> ofMaster) {
        Map<String, NamedCalendar> calendars = new HashMap<>(own);
        ofMaster.forEach((name, calendar) -> calendars.put(renamed(name), calendar));
        return calendars;
    }

    Coverage coverage(Coverage ofMaster) {
        Map<String, String> sites = new HashMap<>(ofMaster.sites());
        sites.replaceAll((site, calendar) -> renamed(calendar));
        return new Coverage(ofMaster.clause(), renamed(ofMaster.calendar()), sites);
    }

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
    List<ServiceLevel> serviceLevels(List<ServiceLevel> own, List<ServiceLevel> ofMaster) {
        List<ServiceLevel> levels = new ArrayList<>(own);
        ofMaster.stream()
                .filter(level -> own.stream().noneMatch(other -> other.isForAllOf(level)))
                .map(level -> level.ofMaster(level.hasOwnCalendar() ? renamed(level.calendar()) : level.calendar()))
                .forEach(levels::add);
        return levels;
    }

    /**
     * The addendum's rate card, else the master's. The hours of the surcharges are those that the card names, else the
     * addendum's coverage, else what the master's surcharges go by.
     *
     * @param prices null if the addendum has no prices
     * @param ownCoverage null if it has no hours
     * @param ofMaster may be null
     */
    Prices prices(Prices prices, Coverage ownCoverage, Prices ofMaster) {
        if (ofMaster == null || prices != null && (prices.bandCalendar() != null || ownCoverage != null)) {
            return prices;
        }
        String calendar = ofMaster.bandCalendar() == null ? null : renamed(ofMaster.bandCalendar());
        return new Prices(prices == null ? ofMaster.card() : prices.card(), calendar);
    }
}

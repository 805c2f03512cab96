package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hours of cover: a calendar for every place, and others for some sites.
 *
 * @param clause the number of its clause; may be null
 * @param calendar name of the calendar for whatever place has none of its own
 * @param sites names of calendars by site code; null is none
 */
public record Coverage(String clause, String calendar, Map<String, String> sites) {

    /** Copies the sites. */
    public Coverage {
        required(calendar, "calendar");
        sites = sites == null ? Map.of() : Map.copyOf(sites);
    }

    /** The names of all its calendars. */
    public Set<String> calendarNames() {
        Set<String> names = new TreeSet<>(sites.values());
        names.add(calendar);
        return names;
    }

    /**
     * The name of the calendar of a place.
     *
     * @param site null for no site
     */
    public String calendarAt(String site) {
        return site == null ? calendar : sites.getOrDefault(site, calendar);
    }
}

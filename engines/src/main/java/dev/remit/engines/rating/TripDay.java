package dev.remit.engines.rating;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The visit that a trip is charged for, once: a technician's at a site on a local date, whatever the work was.
 *
 * @param technician not blank
 * @param site not blank
 * @param date the local date on which the work starts
 */
public record TripDay(String technician, String site, LocalDate date) {

    /** Checks that the visit is known. */
    public TripDay {
        Objects.requireNonNull(technician, "technician");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(date, "date");
    }

    /**
     * The visit that a trip belongs to; empty where technician or site is not known, so that the trip is one of its own.
     *
     * @param technician may be null or blank
     * @param site may be null or blank
     */
    public static Optional<TripDay> of(String technician, String site, LocalDate date) {
        boolean known = technician != null && !technician.isBlank() && site != null && !site.isBlank();
        return known ? Optional.of(new TripDay(technician, site, date)) : Optional.empty();
    }
}

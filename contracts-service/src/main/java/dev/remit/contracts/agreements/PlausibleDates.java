package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * A version begins and ends within ten years of today, in the client's zone: one that began in a thousand years could never
 * be ended nor followed by another.
 */
@ApplicationScoped
class PlausibleDates {
    private static final int YEARS = 10;

    private final TenantClock clock;

    PlausibleDates(TenantClock clock) {
        this.clock = clock;
    }

    /**
     * @param to null for an open end
     * @throws Problem validation, naming each date that is too far off
     */
    void require(Client client, LocalDate from, LocalDate to) {
        LocalDate today = client.dateAt(clock.now());
        Problem problem = Problem.of(ProblemType.VALIDATION);
        requireNear("effectiveFrom", from, today, today.plusYears(YEARS).minusDays(1), problem);
        if (to != null) {
            requireNear("effectiveTo", to, today, today.plusYears(YEARS), problem);
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    /** @throws Problem validation, naming the date if it is too far off */
    void requireEnd(Client client, LocalDate to) {
        LocalDate today = client.dateAt(clock.now());
        Problem problem = Problem.of(ProblemType.VALIDATION);
        requireNear("effectiveTo", to, today, today.plusYears(YEARS), problem);
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    /** @throws Problem validation, if notice could not have been given on the date */
    void requireGiven(Client client, LocalDate on) {
        LocalDate today = client.dateAt(clock.now());
        LocalDate first = today.minusYears(YEARS);
        if (on.isAfter(today) || on.isBefore(first)) {
            throw Problem.invalid(
                    "notice.givenOn", "must be from " + first + " to " + today + ", which is today", "range");
        }
    }

    /**
     * @param field of the request
     * @param first when it may have been signed at the earliest
     * @throws Problem validation, if nothing can have been signed on the date
     */
    void requireSigned(String field, Client client, LocalDate on, LocalDate first) {
        LocalDate today = client.dateAt(clock.now());
        if (on.isAfter(today) || on.isBefore(first)) {
            throw Problem.invalid(field, "must be from " + first + " to " + today + ", which is today", "range");
        }
    }

    private static void requireNear(String field, LocalDate date, LocalDate today, LocalDate last, Problem problem) {
        LocalDate first = today.minusYears(YEARS);
        if (date.isBefore(first) || date.isAfter(last)) {
            problem.error(field, "must be within ten years of today: from " + first + " to " + last, "range");
        }
    }
}

package dev.remit.tickets.workitems;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How many units of a work item somebody has counted, for a price by the unit.
 *
 * @param count at least 0
 * @param by the login of who counted
 * @param at when they said so
 */
@Embeddable
public record CountedUnits(
        @Column(name = "quantity") long count,
        @Column(name = "counted_by") String by,
        @Column(name = "counted_at") Instant at) {}

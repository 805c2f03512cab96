package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.money.Fraction;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Adds what is charged beside labour and only once for several entries: call-outs and trips. */
final class Surcharges {

    private final Set<CallOut> callOuts = new HashSet<>(4);
    private final Trips trips = new Trips();

    private record CallOut(String ticket, String entry, Instant periodEnd) {}

    void charge(MeasuredEntry measured, Allocation allocation) {
        if (isCallOut(measured)) {
            long fee = measured.terms.card().callOutMinor();
            allocation.fee(measured, RatedLine.Kind.CALL_OUT, RatedLine.Rule.CALL_OUT_FEE, fee);
        }
        if (isTrip(measured)) {
            travel(measured, allocation);
        }
    }

    private boolean isCallOut(MeasuredEntry measured) {
        TimeEntry entry = measured.entry;
        if (!entry.unscheduled()
                || measured.terms.card().callOutMinor() == 0
                || entry.spanSeconds() == 0
                || measured.startBand() == Band.BUSINESS) {
            return false;
        }
        Instant periodEnd = nextBusiness(measured.terms.calendar(), entry.start());
        return callOuts.add(new CallOut(entry.ticket(), entry.ticket() == null ? entry.id() : null, periodEnd));
    }

    /** Where the off-hours period of a moment ends; null if it never does. */
    private static Instant nextBusiness(CompiledCalendar calendar, Instant from) {
        Instant edge = calendar.nextEdge(from);
        while (edge != null && calendar.bandAt(edge) != Band.BUSINESS) {
            edge = calendar.nextEdge(edge);
        }
        return edge;
    }

    private boolean isTrip(MeasuredEntry measured) {
        TimeEntry entry = measured.entry;
        if (entry.trip() == null || measured.terms.card().travel() instanceof Travel.None) {
            return false;
        }
        return trips.charge(TripDay.of(entry.technician(), entry.site(), measured.localDate));
    }

    private static void travel(MeasuredEntry measured, Allocation allocation) {
        TimeEntry.Trip trip = measured.entry.trip();
        switch (measured.terms.card().travel()) {
            case Travel.None none -> throw new IllegalStateException("no trip is charged under " + none);
            case Travel.Flat(long fee) ->
                allocation.fee(measured, RatedLine.Kind.TRAVEL, RatedLine.Rule.TRAVEL_FLAT, fee);
            case Travel.Hourly(long rate) -> {
                long minutes = required(trip.minutes(), measured, "travelMinutes");
                allocation.hourlyTravel(measured, rate, minutes);
            }
            case Travel.Distance(Fraction rate) -> {
                Fraction distance = required(trip.distance(), measured, "distance");
                allocation.distanceTravel(measured, rate, distance);
            }
        }
    }

    private static <T> T required(T value, MeasuredEntry measured, String field) {
        if (value == null) {
            throw new InvalidInput(
                    "entries[" + measured.position + "]." + field, "is missing, and the travel rate needs it");
        }
        return value;
    }
}

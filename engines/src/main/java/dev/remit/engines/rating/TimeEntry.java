package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.Fraction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Work done, as its source states it. Made with {@link #of}.
 *
 * @param id names it among the others of a case
 * @param date the local date of hours that are stated without times, all of them in the BUSINESS band; null where start
 *     and end say when. Start and end are then the hours counted from that date's midnight in UTC and say nothing
 * @param start the first instant of the work; a fraction of a second is dropped
 * @param end the first instant after it; not before the start
 * @param workedSeconds the hours that the source states; null if it states none, and then all of start to end. More than
 *     that span counts as the span
 * @param workType as {@code ONSITE}
 * @param role the technician's role; may be null
 * @param trip the trip made for it; null for none
 * @param ticket may be null
 * @param technician may be null
 * @param site may be null
 * @param unscheduled whether the work was not agreed for its time, so that it can be a call-out
 * @param cap names the cap that its lines draw on; null for the case's general one
 * @param terms names the terms that it is rated by; null for the case's general terms
 * @param laterTerms which others apply from some moment within the work, in their order; the entry is still rounded as one,
 *     by the terms that it begins with
 */
public record TimeEntry(
        String id,
        LocalDate date,
        Instant start,
        Instant end,
        Long workedSeconds,
        String workType,
        String role,
        Trip trip,
        String ticket,
        String technician,
        String site,
        boolean unscheduled,
        String cap,
        String terms,
        List<LaterTerms> laterTerms) {

    /**
     * Terms that take the place of others while the work goes on.
     *
     * @param from their first moment, after the start of the work and before its end
     * @param terms their name
     */
    public record LaterTerms(Instant from, String terms) {

        /** Checks that both are there. */
        public LaterTerms {
            InvalidInput.required(from, "from");
            InvalidInput.required(terms, "terms");
        }
    }

    /**
     * A trip. What its travel terms do not ask for may be null.
     *
     * @param minutes how long, at least 0
     * @param distance how far, at least 0
     */
    public record Trip(Long minutes, Fraction distance) {

        /** A trip of which nothing else is known. */
        public static final Trip MADE = new Trip(null, null);

        /** Checks the signs. */
        public Trip {
            if (minutes != null && (minutes < 0 || minutes > BillingUnit.LONGEST)) {
                throw new InvalidInput("travelMinutes", "must be from 0 to " + BillingUnit.LONGEST);
            }
            if (distance != null && distance.signum() < 0) {
                throw new InvalidInput("distance", "must not be negative");
            }
        }
    }

    /** The longest entry, in seconds: ten years. */
    public static final long LONGEST_SECONDS = 3_660L * 24 * 60 * 60;

    /** The first moment at which work can begin or end. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** The last such moment. */
    public static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    /** Checks what stands in the entry alone. */
    public TimeEntry {
        requireText(id, "id");
        requireText(workType, "workType");
        start = whole(start, "start");
        end = whole(end, "end");
        if (end.isBefore(start)) {
            throw new InvalidInput("end", "must not be before start");
        }
        if (end.getEpochSecond() - start.getEpochSecond() > LONGEST_SECONDS) {
            throw new InvalidInput("end", "must be within ten years of start");
        }
        if (workedSeconds != null && workedSeconds < 0) {
            throw new InvalidInput("workedSeconds", "must not be negative");
        }
        laterTerms = laterTerms == null ? List.of() : List.copyOf(laterTerms);
        requireInOrder(laterTerms, date == null ? start : end, end);
    }

    private static void requireInOrder(List<LaterTerms> laterTerms, Instant start, Instant end) {
        Instant before = start;
        for (int i = 0; i < laterTerms.size(); i++) {
            Instant from = laterTerms.get(i).from();
            if (!from.isAfter(before) || !from.isBefore(end)) {
                throw new InvalidInput("laterTerms[" + i + "].from", "must be within the work, after the one before");
            }
            before = from;
        }
    }

    private static void requireText(String text, String field) {
        if (text == null || text.isBlank()) {
            throw new InvalidInput(field, "is missing");
        }
    }

    private static Instant whole(Instant instant, String field) {
        if (instant == null) {
            throw new InvalidInput(field, "is missing");
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new InvalidInput(field, "must be between the years 1900 and 9000");
        }
        return instant.getNano() == 0 ? instant : Instant.ofEpochSecond(instant.getEpochSecond());
    }

    /** Begins an entry of hours on a date, without times. */
    public static Builder on(String id, String workType, LocalDate date, long seconds) {
        if (seconds < 0) {
            throw new InvalidInput("workedSeconds", "must not be negative");
        }
        Instant midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Builder builder = new Builder(id, workType, midnight, midnight.plusSeconds(seconds));
        builder.date = date;
        return builder;
    }

    /** Begins an entry. */
    public static Builder of(String id, String workType, Instant start, Instant end) {
        return new Builder(id, workType, start, end);
    }

    /** Real seconds from start to end. */
    public long spanSeconds() {
        return end.getEpochSecond() - start.getEpochSecond();
    }

    /** The seconds that are billed before rounding. */
    public long billedSeconds() {
        return workedSeconds == null ? spanSeconds() : Math.min(workedSeconds, spanSeconds());
    }

    /** The same entry, rated by its case's general terms. */
    TimeEntry underGeneralTerms() {
        return new TimeEntry(
                id,
                date,
                start,
                end,
                workedSeconds,
                workType,
                role,
                trip,
                ticket,
                technician,
                site,
                unscheduled,
                cap,
                null,
                laterTerms);
    }

    /** Gathers what is known of an entry. */
    public static final class Builder {

        private final String id;
        private final String workType;
        private final Instant start;
        private final Instant end;
        private LocalDate date;
        private Long workedSeconds;
        private String role;
        private Trip trip;
        private String ticket;
        private String technician;
        private String site;
        private boolean unscheduled;
        private String cap;
        private String terms;
        private List<LaterTerms> laterTerms = List.of();

        private Builder(String id, String workType, Instant start, Instant end) {
            this.id = id;
            this.workType = workType;
            this.start = start;
            this.end = end;
        }

        /** The hours that the source states. */
        public Builder workedSeconds(Long seconds) {
            workedSeconds = seconds;
            return this;
        }

        /** The technician's role. */
        public Builder role(String name) {
            role = name;
            return this;
        }

        /** The trip made for the work. */
        public Builder trip(Trip made) {
            trip = made;
            return this;
        }

        /** The ticket worked on. */
        public Builder ticket(String reference) {
            ticket = reference;
            return this;
        }

        /** Who did the work, and where. */
        public Builder visit(String who, String where) {
            technician = who;
            site = where;
            return this;
        }

        /** Whether the work was not agreed for its time. */
        public Builder unscheduled(boolean called) {
            unscheduled = called;
            return this;
        }

        /** The cap to draw on. */
        public Builder cap(String name) {
            cap = name;
            return this;
        }

        /** The terms to rate by. */
        public Builder terms(String name) {
            terms = name;
            return this;
        }

        /** The terms that apply later on. */
        public Builder laterTerms(List<LaterTerms> inOrder) {
            laterTerms = inOrder;
            return this;
        }

        /**
         * The entry.
         *
         * @throws InvalidInput naming the field that does not hold
         */
        public TimeEntry build() {
            return new TimeEntry(
                    id,
                    date,
                    start,
                    end,
                    workedSeconds,
                    workType,
                    role,
                    trip,
                    ticket,
                    technician,
                    site,
                    unscheduled,
                    cap,
                    terms,
                    laterTerms);
        }
    }
}

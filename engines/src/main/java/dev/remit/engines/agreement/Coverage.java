package dev.remit.engines.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.WorkingCalendar;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A calendar as an agreement writes it: in a zone, or in that of whichever site a ticket is from.
 *
 * @param clause the number of its clause; may be null
 * @param text the calendar; its zone is an IANA zone or {@link #SITE}
 */
public record Coverage(String clause, CalendarText text) {

    /** Stands for the zone of the ticket's site. */
    public static final String SITE = "SITE";

    /**
     * Checks the calendar.
     *
     * @throws dev.remit.engines.InvalidInput naming the field
     */
    public Coverage {
        Objects.requireNonNull(text, "text");
        (SITE.equals(text.zone()) ? text.in("UTC") : text).parse();
    }

    /** The coverage as a document writes it. */
    @JsonCreator
    static Coverage written(
            @JsonProperty("clause") String clause,
            @JsonProperty("zone") String zone,
            @JsonProperty("weekly") @JsonSetter(contentNulls = Nulls.AS_EMPTY) Map<String, List<List<String>>> weekly,
            @JsonProperty("holidays") List<String> holidays,
            @JsonProperty("exceptions") @JsonSetter(contentNulls = Nulls.AS_EMPTY)
                    Map<String, List<List<String>>> exceptions,
            @JsonProperty("weekendDays") List<String> weekendDays) {
        return new Coverage(
                clause, new CalendarText(zone, weekly == null ? Map.of() : weekly, holidays, exceptions, weekendDays));
    }

    /** Whether the hours follow the site. */
    public boolean followsSite() {
        return SITE.equals(text.zone());
    }

    /**
     * The calendar for tickets of a site.
     *
     * @param site the site's zone, used only if the hours follow the site
     */
    public WorkingCalendar calendar(ZoneId site) {
        return (followsSite() ? text.in(site.getId()) : text).parse();
    }
}

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
 * A calendar of an agreement: in a zone, or in that of whichever site a ticket is from.
 *
 * @param text the calendar; its zone is an IANA zone or {@link #SITE}
 * @param region whose holidays are listed, as ISO 3166 has it; null where nobody says
 */
public record NamedCalendar(CalendarText text, String region) {

    /** Stands for the zone of the ticket's site. */
    public static final String SITE = "SITE";

    /**
     * Checks the calendar.
     *
     * @throws dev.remit.engines.InvalidInput naming the field
     */
    public NamedCalendar {
        Objects.requireNonNull(text, "text");
        (SITE.equals(text.zone()) ? text.in("UTC") : text).parse();
    }

    /** The calendar as a document writes it. */
    @JsonCreator
    static NamedCalendar written(
            @JsonProperty("zone") String zone,
            @JsonProperty("region") String region,
            @JsonProperty("weekly") @JsonSetter(contentNulls = Nulls.AS_EMPTY) Map<String, List<List<String>>> weekly,
            @JsonProperty("holidays") List<String> holidays,
            @JsonProperty("exceptions") @JsonSetter(contentNulls = Nulls.AS_EMPTY)
                    Map<String, List<List<String>>> exceptions,
            @JsonProperty("weekendDays") List<String> weekendDays) {
        return new NamedCalendar(
                new CalendarText(zone, weekly == null ? Map.of() : weekly, holidays, exceptions, weekendDays), region);
    }

    /** Whether the hours are in the local time of the site. */
    public boolean followsSite() {
        return SITE.equals(text.zone());
    }

    /**
     * The calendar for a site.
     *
     * @param site the site's zone, used only if the hours follow the site
     */
    public WorkingCalendar in(ZoneId site) {
        return (followsSite() ? text.in(site.getId()) : text).parse();
    }
}

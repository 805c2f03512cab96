package dev.remit.tickets.clocks;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.kit.json.JsonColumn;

/** Keeps the hours in which a ticket's time goes on in one column. */
public class HoursColumn extends JsonColumn<CalendarText> {
    public HoursColumn() {
        super(new TypeReference<>() {});
    }
}

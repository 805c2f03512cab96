package dev.remit.tickets.clocks;

import dev.remit.engines.StepBudget;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;

/** The calendars of one request's cases, of which neighbours mostly have the same. */
final class Calendars {
    private final StepBudget budget;
    private CalendarText text;
    private CompiledCalendar calendar;

    Calendars(StepBudget budget) {
        this.budget = budget;
    }

    /** @throws dev.remit.engines.InvalidInput naming the field */
    CompiledCalendar of(CalendarText wanted) {
        if (!wanted.equals(text)) {
            calendar = wanted.parse().compile(budget);
            text = wanted;
        }
        return calendar;
    }
}

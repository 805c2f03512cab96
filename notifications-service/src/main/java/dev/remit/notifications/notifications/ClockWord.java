package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;

/**
 * How a target of a ticket stands.
 *
 * @param clock RESPONSE, PLAN, UPDATE or RESOLUTION
 * @param cycle tells the clock's runs apart
 * @param priority of the ticket when it was told
 * @param percent of a warning or an escalation: how much of the time is used
 * @param rule of an escalation: the name of the MSP's rule
 * @param minutesFromDue of an escalation by the due moment: how many minutes of working time after it, below 0 before it
 * @param at when it was warned of, escalated or met
 * @param due of a breach: by when it should have been met
 * @param coveredAt of a warning, an escalation or a breach: the first moment from then on in the hours in which the clock runs
 * @param was of a correction: what was said before
 * @param is of a correction: what holds
 * @param because of a correction: what showed it
 */
public record ClockWord(
        String clock,
        @MayBeAbsent String cycle,
        @MayBeAbsent String priority,
        @MayBeAbsent Integer percent,
        @MayBeAbsent String rule,
        @MayBeAbsent Integer minutesFromDue,
        @MayBeAbsent Instant at,
        @MayBeAbsent Instant due,
        @MayBeAbsent Instant coveredAt,
        @MayBeAbsent String was,
        @MayBeAbsent String is,
        @MayBeAbsent String because) {}

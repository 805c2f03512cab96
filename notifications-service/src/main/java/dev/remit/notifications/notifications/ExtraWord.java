package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How a line of billable work stands.
 *
 * @param origin RATED, FOLLOW_UP or REVERSAL
 * @param refersTo the line that a follow-up or a reversal is of; null for a rated line
 * @param kind such as LABOUR or TRAVEL
 * @param status OPEN, HELD, INCLUDED, REVERSED, or where it is with finance; DROPPED where there is no such line any more
 * @param heldReason null unless it is held or included
 * @param workDate the local date of the work
 * @param item the catalogue item; null where none is known
 * @param clause that rules the work; null where none does
 * @param amount the full value; null where nothing could be rated
 * @param billed what of it is billed
 * @param overCap what of it is over the cap
 * @param quoteId the approval; null where none is needed or there is none
 */
public record ExtraWord(
        UUID extraId,
        UUID workItemId,
        @MayBeAbsent UUID timeEntryId,
        String origin,
        @MayBeAbsent UUID refersTo,
        String kind,
        String status,
        @MayBeAbsent String heldReason,
        LocalDate workDate,
        @MayBeAbsent String item,
        @MayBeAbsent RulingWord.ClauseKey clause,
        @MayBeAbsent String band,
        long minutes,
        @MayBeAbsent MoneyJson amount,
        @MayBeAbsent MoneyJson billed,
        @MayBeAbsent MoneyJson overCap,
        @MayBeAbsent UUID quoteId) {}

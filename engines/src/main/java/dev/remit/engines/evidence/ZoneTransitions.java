package dev.remit.engines.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a zone as far as an answer used them: the offset at the start and every change up to the end. Kept with
 * the answer, they tell a change of the zone's rules from a change of ours.
 *
 * @param zone the IANA zone
 * @param tzdb the version of the rules, as {@link EngineVersion#tzdb} gives it
 * @param offset the offset at the start
 * @param changes the changes after the start, up to and including the end, in order of time
 */
public record ZoneTransitions(
        String zone,
        String tzdb,
        String offset,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Change> changes) {

    /** Copies the list. */
    public ZoneTransitions {
        changes = List.copyOf(changes);
    }

    /**
     * One change of offset.
     *
     * @param at when
     * @param offset the offset from then on, such as {@code -04:00}
     */
    public record Change(Instant at, String offset) {}

    /**
     * @param zone any
     * @param from the first instant of interest
     * @param to the last; nothing is listed if it is before {@code from}
     */
    public static ZoneTransitions between(ZoneId zone, Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        List<Change> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && !next.getInstant().isAfter(to)) {
            changes.add(new Change(next.getInstant(), text(next.getOffsetAfter())));
            next = rules.nextTransition(next.getInstant());
        }
        return new ZoneTransitions(zone.getId(), EngineVersion.tzdb(zone), text(rules.getOffset(from)), changes);
    }

    private static String text(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }
}

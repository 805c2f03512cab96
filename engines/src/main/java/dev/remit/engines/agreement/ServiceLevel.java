package dev.remit.engines.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.sla.ChangePolicy;
import dev.remit.engines.sla.ClientWaitRule;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockTerms;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.Target;
import dev.remit.engines.sla.UpdateAfter;
import dev.remit.engines.sla.WaitReason;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an agreement promises for tickets of a priority.
 *
 * @param clause the number of its clause; may be null
 * @param priority as {@code P3}
 * @param ticketClass as {@code REQUEST}; null for every class without a level of its own
 * @param sites codes of the client's sites; empty for every site
 * @param targets the promise of each clock that has one
 * @param noTarget clocks for which the agreement says that there is none
 * @param calendar when the clocks run: {@link #COVERAGE}, {@link #ALWAYS} or the name of a calendar
 * @param pauses for a clock, the waits that stop it; a clock that is not named has the usual ones, at {@code P1} none
 * @param warningPercents when to warn, rising; null for the usual
 * @param onChange what a change of priority does to running clocks
 * @param ofMaster whether it stands behind those of an addendum
 */
public record ServiceLevel(
        String clause,
        String priority,
        String ticketClass,
        Set<String> sites,
        Map<ClockKind, Target> targets,
        Set<ClockKind> noTarget,
        String calendar,
        Map<ClockKind, Set<WaitReason>> pauses,
        List<Integer> warningPercents,
        ChangePolicy onChange,
        boolean ofMaster) {

    /** The calendar of a level whose clocks run in the hours of cover of the ticket's site. */
    public static final String COVERAGE = "COVERAGE";

    /** The calendar of a level whose clocks run day and night. */
    public static final String ALWAYS = "ALWAYS";

    private static final String HIGHEST = "P1";

    /** The longest target in minutes: a million days. */
    private static final long LONGEST_TARGET = 1_000_000L * 24 * 60;

    /** Checks what does not go together. */
    public ServiceLevel {
        InvalidInput.required(priority, "priority");
        InvalidInput.required(calendar, "calendar");
        InvalidInput.required(onChange, "onPriorityChange");
        sites = sites == null ? Set.of() : Set.copyOf(sites);
        targets = Collections.unmodifiableMap(copy(targets));
        pauses = Collections.unmodifiableMap(copy(pauses));
        EnumSet<ClockKind> none = EnumSet.noneOf(ClockKind.class);
        none.addAll(noTarget);
        noTarget = Collections.unmodifiableSet(none);
        if (warningPercents != null) {
            warningPercents = List.copyOf(warningPercents);
            requireRising(warningPercents);
        }
        for (ClockKind kind : noTarget) {
            if (targets.containsKey(kind)) {
                throw new InvalidInput("noTarget", "names " + kind + ", which has a target");
            }
        }
    }

    private static <T> EnumMap<ClockKind, T> copy(Map<ClockKind, T> map) {
        EnumMap<ClockKind, T> copy = new EnumMap<>(ClockKind.class);
        copy.putAll(map);
        return copy;
    }

    /** The level as a document writes it. */
    @JsonCreator
    static ServiceLevel written(
            @JsonProperty("clause") String clause,
            @JsonProperty("priority") String priority,
            @JsonProperty("ticketClass") String ticketClass,
            @JsonProperty("sites") @JsonDeserialize(as = LinkedHashSet.class) Set<String> sites,
            @JsonProperty("responseMinutes") Long responseMinutes,
            @JsonProperty("response") Target.Days response,
            @JsonProperty("planMinutes") Long planMinutes,
            @JsonProperty("plan") Target.Days plan,
            @JsonProperty("updateMinutes") Long updateMinutes,
            @JsonProperty("update") Target.Days update,
            @JsonProperty("resolutionMinutes") Long resolutionMinutes,
            @JsonProperty("resolution") Target.Days resolution,
            @JsonProperty("noTarget") Set<ClockKind> noTarget,
            @JsonProperty("calendar") String calendar,
            @JsonProperty("pauses") Map<ClockKind, Set<WaitReason>> pauses,
            @JsonProperty("warningPercents") List<Integer> warningPercents,
            @JsonProperty("onPriorityChange") ChangePolicy onChange) {
        Map<ClockKind, Target> targets = new EnumMap<>(ClockKind.class);
        target(ClockKind.RESPONSE, responseMinutes, response, "response", targets);
        target(ClockKind.PLAN, planMinutes, plan, "plan", targets);
        target(ClockKind.UPDATE, updateMinutes, update, "update", targets);
        target(ClockKind.RESOLUTION, resolutionMinutes, resolution, "resolution", targets);
        return new ServiceLevel(
                clause,
                priority,
                ticketClass,
                sites,
                targets,
                noTarget == null ? Set.of() : noTarget,
                calendar,
                pauses == null ? Map.of() : pauses,
                warningPercents,
                onChange == null ? ChangePolicy.CARRY : onChange,
                false);
    }

    /** A target is written as minutes, or in business days under a name of its own. */
    private static void target(
            ClockKind kind, Long minutes, Target.Days days, String field, Map<ClockKind, Target> into) {
        if (minutes != null && days != null) {
            throw new InvalidInput(field, "cannot be there beside " + field + "Minutes");
        }
        if (minutes != null && (minutes < 0 || minutes > LONGEST_TARGET)) {
            throw new InvalidInput(field + "Minutes", "must be from 0 to " + LONGEST_TARGET);
        }
        if (minutes != null) {
            into.put(kind, new Target.OpenTime(Duration.ofMinutes(minutes)));
        } else if (days != null) {
            into.put(kind, days);
        }
    }

    private static void requireRising(List<Integer> percents) {
        for (int i = 0; i < percents.size(); i++) {
            String path = "warningPercents[" + i + "]";
            if (percents.get(i) < 1 || percents.get(i) > 99) {
                throw new InvalidInput(path, "must be from 1 to 99");
            }
            if (i > 0 && percents.get(i) <= percents.get(i - 1)) {
                throw new InvalidInput(path, "must be more than the one before");
            }
        }
    }

    /** Whether it speaks of such tickets. */
    boolean isFor(String itsPriority, String itsClass, String site) {
        return priority.equals(itsPriority)
                && (ticketClass == null || ticketClass.equals(itsClass))
                && (sites.isEmpty() || site != null && sites.contains(site));
    }

    /** Whether it speaks of every ticket of which another does. */
    boolean isForAllOf(ServiceLevel other) {
        return priority.equals(other.priority)
                && (ticketClass == null || ticketClass.equals(other.ticketClass))
                && (sites.isEmpty() || !other.sites.isEmpty() && sites.containsAll(other.sites));
    }

    /** Whether some ticket could have both, and nothing decides between them. */
    public boolean isRepeatedBy(ServiceLevel other) {
        return priority.equals(other.priority)
                && Objects.equals(ticketClass, other.ticketClass)
                && (sites.isEmpty() ? other.sites.isEmpty() : !Collections.disjoint(sites, other.sites));
    }

    /** The greater goes first: an addendum's own before its master's, then one for sites, then one for a class. */
    int narrowness() {
        return (ofMaster ? 0 : 4) + (sites.isEmpty() ? 0 : 2) + (ticketClass == null ? 0 : 1);
    }

    /** Whether its clocks run by a calendar that it names. */
    public boolean hasOwnCalendar() {
        return !calendar.equals(COVERAGE) && !calendar.equals(ALWAYS);
    }

    /** The same behind those of an addendum, by another calendar. */
    ServiceLevel ofMaster(String otherCalendar) {
        return new ServiceLevel(
                clause,
                priority,
                ticketClass,
                sites,
                targets,
                noTarget,
                otherCalendar,
                pauses,
                warningPercents,
                onChange,
                true);
    }

    /** The clocks of which the agreement says neither a target nor that there is none: the document is silent there. */
    public Set<ClockKind> silentClocks() {
        Set<ClockKind> silent = EnumSet.allOf(ClockKind.class);
        silent.removeAll(targets.keySet());
        silent.removeAll(noTarget);
        return silent;
    }

    /**
     * The terms to pin to a ticket.
     *
     * @param hours its calendar at the ticket's site
     * @param responses what counts as a response
     * @param waits when a wait for the client is the client's time
     * @param updates what begins an update clock
     */
    SlaTerms terms(CompiledCalendar hours, Set<EventKind> responses, ClientWaitRule waits, UpdateAfter updates) {
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) {
            clocks.put(kind, new ClockTerms(targets.get(kind), hours, pausedBy(kind)));
        }
        List<Integer> warnings = warningPercents == null ? SlaTerms.USUAL_WARNINGS : warningPercents;
        return new SlaTerms(clocks, responses, warnings, onChange, updates, waits);
    }

    private Set<WaitReason> pausedBy(ClockKind kind) {
        Set<WaitReason> named = pauses.get(kind);
        if (named != null) {
            return named;
        }
        return HIGHEST.equals(priority) ? Set.of() : kind.pausedByDefault();
    }
}

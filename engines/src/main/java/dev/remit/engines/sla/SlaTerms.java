package dev.remit.engines.sla;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.remit.engines.InvalidInput;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The terms pinned to a ticket: for one priority and ticket class of one signed version.
 *
 * @param clocks the terms of every clock, those without a target too
 * @param responseEvents the kinds of event that count as a response, of {@link #RESPONSES}
 * @param warningPercents shares of a target at which to warn, each 1 to 99, in rising order
 * @param onChange what happens to running clocks when these terms take the place of others
 * @param updateAfter what begins an update clock
 * @param clientWaits when a wait for the client is the client's time
 */
public record SlaTerms(
        Map<ClockKind, ClockTerms> clocks,
        Set<EventKind> responseEvents,
        List<Integer> warningPercents,
        ChangePolicy onChange,
        UpdateAfter updateAfter,
        ClientWaitRule clientWaits) {

    /** The kinds of event that reach us only from a source that delivers messages. */
    private static final Set<EventKind> SEEN_IN_MESSAGES =
            Collections.unmodifiableSet(EnumSet.of(EventKind.PUBLIC_MESSAGE, EventKind.PUBLIC_UPDATE));

    /** The kinds of event that an agreement may count as a response. An automatic answer is none of them. */
    public static final Set<EventKind> RESPONSES = Collections.unmodifiableSet(EnumSet.of(
            EventKind.PUBLIC_MESSAGE, EventKind.RESPONSE_STATUS, EventKind.PUBLIC_UPDATE, EventKind.ASSIGNED));

    /** What counts as a response where the agreement does not say: a person's message, or a status that stands for it. */
    public static final Set<EventKind> USUAL_RESPONSES =
            Collections.unmodifiableSet(EnumSet.of(EventKind.PUBLIC_MESSAGE, EventKind.RESPONSE_STATUS));

    /** The usual shares of a target at which to warn. */
    public static final List<Integer> USUAL_WARNINGS = List.of(50, 75, 90);

    /**
     * Checks and copies everything.
     *
     * @throws InvalidInput when a clock is missing, a kind is no response, or warnings are out of bounds or order
     */
    public SlaTerms {
        clocks = Collections.unmodifiableMap(new EnumMap<>(clocks));
        for (ClockKind kind : ClockKind.values()) {
            if (!clocks.containsKey(kind)) {
                throw new InvalidInput("clocks." + kind, "is missing; say so if there is no target");
            }
        }
        responseEvents = copyOfResponses(responseEvents);
        warningPercents = List.copyOf(warningPercents);
        int last = 0;
        for (int i = 0; i < warningPercents.size(); i++) {
            int percent = warningPercents.get(i);
            if (percent <= last || percent > 99) {
                throw new InvalidInput("warningPercents[" + i + "]", "must be 1 to 99 and rising: " + percent);
            }
            last = percent;
        }
        Objects.requireNonNull(onChange, "onChange");
        Objects.requireNonNull(updateAfter, "updateAfter");
        Objects.requireNonNull(clientWaits, "clientWaits");
    }

    /**
     * The terms of a text.
     *
     * @throws InvalidInput naming the member that is wrong
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SlaTerms of(TermsText text) {
        return text.terms();
    }

    /** The text of the terms, which is their JSON. */
    @JsonValue
    public TermsText text() {
        return TermsText.of(this);
    }

    /** Terms in which all but the clocks is as usual. */
    public static SlaTerms usual(Map<ClockKind, ClockTerms> clocks) {
        return new SlaTerms(
                clocks, USUAL_RESPONSES, USUAL_WARNINGS, ChangePolicy.CARRY, UpdateAfter.ALWAYS, ClientWaitRule.USUAL);
    }

    /** The terms of one clock, never null. */
    public ClockTerms clock(ClockKind kind) {
        return clocks.get(kind);
    }

    /** The same terms without a target for what nothing that such a source delivers can ever stop. */
    SlaTerms asRunOn(MessageDelivery delivery) {
        if (delivery == MessageDelivery.DELIVERED) {
            return this;
        }
        Map<ClockKind, ClockTerms> run = new EnumMap<>(clocks);
        run.replaceAll((kind, clock) -> canStop(kind, delivery) ? clock : clock.withoutTarget());
        return new SlaTerms(run, responseEvents, warningPercents, onChange, updateAfter, clientWaits);
    }

    /** Whether anything that such a source delivers can stop a clock, short of the ticket's end. */
    boolean canStop(ClockKind kind, MessageDelivery delivery) {
        return delivery == MessageDelivery.DELIVERED
                || switch (kind) {
                    case RESPONSE -> !SEEN_IN_MESSAGES.containsAll(responseEvents);
                    case UPDATE -> false;
                    case PLAN, RESOLUTION -> true;
                };
    }

    private static Set<EventKind> copyOfResponses(Set<EventKind> kinds) {
        for (EventKind kind : kinds) {
            if (!RESPONSES.contains(kind)) {
                throw new InvalidInput("responseEvents", "cannot hold " + kind);
            }
        }
        Set<EventKind> copy = EnumSet.noneOf(EventKind.class);
        copy.addAll(kinds);
        return Collections.unmodifiableSet(copy);
    }
}

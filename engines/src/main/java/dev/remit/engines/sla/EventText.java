package dev.remit.engines.sla;

import static dev.remit.engines.InvalidInput.required;

import dev.remit.engines.InvalidInput;
import java.time.Instant;
import java.util.Arrays;

/**
 * An event as evidence writes it: one object, whatever kind of fact it is. What a kind does not need is null.
 *
 * @param key the source's own key
 * @param at when it happened
 * @param knownAt when it became known
 * @param kind what happened
 * @param answered of CREATED
 * @param question of PUBLIC_MESSAGE
 * @param reason of a wait or a cancellation
 * @param until of a wait that ends by itself; may be null there too
 * @param terms of TERMS_CHANGED, as the next
 * @param waitKey of WAIT_DISALLOWED
 */
public record EventText(
        String key,
        Instant at,
        Instant knownAt,
        EventKind kind,
        Boolean answered,
        Boolean question,
        String reason,
        Instant until,
        SlaTerms terms,
        Boolean newFactsFromClient,
        String waitKey) {

    static EventText of(SlaEvent event) {
        return switch (event.fact()) {
            case Fact.Created(boolean answered) -> text(event, answered, null, null, null, null, null);
            case Fact.Happened happened -> text(event, null, null, null, null, null, null);
            case Fact.PublicMessage(boolean question) -> text(event, null, question, null, null, null, null);
            case Fact.WaitStarted(WaitReason reason, Instant until) ->
                text(event, null, null, reason, until, null, null);
            case Fact.WaitEnded(WaitReason reason) -> text(event, null, null, reason, null, null, null);
            case Fact.Cancelled(CancelReason reason) -> text(event, null, null, reason, null, null, null);
            case Fact.TermsChanged(SlaTerms terms, boolean newFacts) ->
                text(event, null, null, null, null, terms, newFacts);
            case Fact.WaitDisallowed(String waitKey) ->
                new EventText(
                        event.key(),
                        event.at(),
                        event.knownAt(),
                        event.kind(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        waitKey);
        };
    }

    private static EventText text(
            SlaEvent event,
            Boolean answered,
            Boolean question,
            Enum<?> reason,
            Instant until,
            SlaTerms terms,
            Boolean newFacts) {
        String name = reason == null ? null : reason.name();
        return new EventText(
                event.key(),
                event.at(),
                event.knownAt(),
                event.kind(),
                answered,
                question,
                name,
                until,
                terms,
                newFacts,
                null);
    }

    SlaEvent event() {
        return new SlaEvent(
                required(key, "key"), required(at, "at"), required(knownAt, "knownAt"), fact(required(kind, "kind")));
    }

    private Fact fact(EventKind of) {
        return switch (of) {
            case CREATED -> new Fact.Created(required(answered, "answered"));
            case PUBLIC_MESSAGE -> new Fact.PublicMessage(required(question, "question"));
            case WAIT_STARTED -> new Fact.WaitStarted(reason(WaitReason.values()), until);
            case WAIT_ENDED -> new Fact.WaitEnded(reason(WaitReason.values()));
            case CANCELLED -> new Fact.Cancelled(reason(CancelReason.values()));
            case TERMS_CHANGED ->
                new Fact.TermsChanged(required(terms, "terms"), required(newFactsFromClient, "newFactsFromClient"));
            case WAIT_DISALLOWED -> new Fact.WaitDisallowed(required(waitKey, "waitKey"));
            default -> new Fact.Happened(of);
        };
    }

    private <E extends Enum<E>> E reason(E[] reasons) {
        required(reason, "reason");
        return Arrays.stream(reasons)
                .filter(one -> one.name().equals(reason))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("reason", "must be one of " + Arrays.toString(reasons)));
    }
}

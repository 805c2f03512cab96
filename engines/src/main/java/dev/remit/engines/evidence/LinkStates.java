package dev.remit.engines.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The states that the links of one chain stand for. A link of a state that grows has it {@code whole}, or says what
 * {@code changed} {@code since} the position of an earlier link; the link's other members stand in each link in full.
 *
 * <p>Links are given in the order of the chain. A state is continued by one later link at most, so that no more is kept
 * than the newest of each.
 */
public final class LinkStates {

    private final Map<Long, ObjectNode> states = new HashMap<>();

    /** The members of a link that say its state. */
    private record Stated(ObjectNode whole, Long since, JsonNode changed) {}

    /**
     * A link's payload with its state in full among its own members, in the place of {@code whole}, {@code since} and
     * {@code changed}; empty where it rests on a link that was erased, withheld or not given.
     *
     * @param position of the link in its chain, from 1
     * @param payload as it was sealed; is left as it was
     * @throws InvalidInput if what changed does not fit the state it changes
     */
    public Optional<ObjectNode> full(long position, ObjectNode payload) {
        Stated stated = Json.read(payload, Stated.class);
        Optional<ObjectNode> state = state(stated);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        if (stated.whole() != null || stated.changed() != null) {
            states.put(position, state.get());
        }
        ObjectNode full = Json.copy(payload);
        full.remove("whole");
        full.remove("changed");
        full.remove("since");
        full.setAll(state.get());
        return Optional.of(full);
    }

    /** The state of a link that was given and that no other has continued. */
    public Optional<ObjectNode> at(long position) {
        return Optional.ofNullable(states.get(position));
    }

    private Optional<ObjectNode> state(Stated stated) {
        if (stated.whole() != null) {
            return Optional.of(stated.whole());
        }
        if (stated.since() == null) {
            return Optional.of(Json.object(Map.of()));
        }
        if (stated.since() < 1 || stated.since() > Integer.MAX_VALUE) {
            throw new InvalidInput("since", "must be from 1 to " + Integer.MAX_VALUE);
        }
        return Optional.ofNullable(states.remove(stated.since()))
                .map(before -> InvalidInput.at("changed", () -> Difference.apply(before, changed(stated))));
    }

    private static JsonNode changed(Stated stated) {
        return InvalidInput.required(stated.changed(), "");
    }
}

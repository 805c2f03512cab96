package dev.remit.engines.evidence;

import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private final Map<Long, Map<String, Object>> states = new HashMap<>();

    /**
     * A link's payload with its state in full among its own members, in the place of {@code whole}, {@code since} and
     * {@code changed}; empty where it rests on a link that was erased, withheld or not given.
     *
     * @param position of the link in its chain, from 1
     * @param payload as it was sealed
     * @throws dev.remit.engines.InvalidInput if what changed does not fit the state it changes
     */
    public Optional<JsonCursor> full(long position, JsonCursor payload) {
        Optional<Map<String, Object>> state = state(payload);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> full = new LinkedHashMap<>();
        payload.members().forEach((name, member) -> full.put(name, member.value()));
        if (full.remove("whole") != null | full.remove("changed") != null) {
            states.put(position, state.get());
        }
        full.remove("since");
        full.putAll(state.get());
        return Optional.of(JsonCursor.of(full));
    }

    /** The state of a link that was given and that no other has continued. */
    public Optional<Map<String, Object>> at(long position) {
        return Optional.ofNullable(states.get(position));
    }

    @SuppressWarnings("unchecked")
    private Optional<Map<String, Object>> state(JsonCursor payload) {
        if (payload.member("whole").isPresent()) {
            payload.member("whole").members();
            return Optional.of((Map<String, Object>) payload.member("whole").value());
        }
        if (!payload.member("since").isPresent()) {
            return Optional.of(Map.of());
        }
        long since = payload.member("since").whole(1, Integer.MAX_VALUE);
        return Optional.ofNullable(states.remove(since))
                .map(before -> Difference.apply(before, payload.member("changed")));
    }
}

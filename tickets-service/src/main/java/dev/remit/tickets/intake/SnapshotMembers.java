package dev.remit.tickets.intake;

import dev.remit.psa.TicketFacts;
import dev.remit.psa.TicketFacts.Milestones;
import dev.remit.psa.TimeEntryFacts;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one snapshot says, member by member: null for a member that it says to be none; a member that it says nothing of is
 * not there. A ticket's milestones are members of their own, and its messages and description, of which nothing is
 * decided, are left out.
 */
public final class SnapshotMembers {
    private static final String MILESTONES = "milestones";
    private static final Set<String> NOT_DECISIVE = Set.of(MILESTONES, "messages", "description");

    private SnapshotMembers() {}

    /** @param stored the facts of a time entry's snapshot */
    public static Map<String, Object> ofTimeEntry(byte[] stored) {
        return say(names(TimeEntryFacts.class), FactsJson.members(stored));
    }

    /** @param stored the facts of a ticket's snapshot */
    static Map<String, Object> ofTicket(byte[] stored) {
        Map<String, Object> members = FactsJson.members(stored);
        if (members.get(MILESTONES) instanceof Map<?, ?> milestones) {
            milestones.forEach((name, at) -> members.put((String) name, at));
        }
        Map<String, Object> said = say(Stream.concat(names(TicketFacts.class), names(Milestones.class)), members);
        said.keySet().removeAll(NOT_DECISIVE);
        return said;
    }

    /** The facts that some members of a ticket come to; without messages and description. */
    static TicketFacts ticket(Map<String, Object> members) {
        Map<String, Object> milestones = new TreeMap<>(members);
        milestones.keySet().retainAll(names(Milestones.class).toList());
        Map<String, Object> facts = new TreeMap<>(members);
        facts.put(MILESTONES, milestones);
        return FactsJson.ticket(facts);
    }

    /** The members that a snapshot says nothing of. */
    static List<String> kept(byte[] stored) {
        return kept(FactsJson.members(stored));
    }

    private static Map<String, Object> say(Stream<String> names, Map<String, Object> members) {
        Map<String, Object> said = new TreeMap<>();
        names.forEach(name -> said.put(name, null));
        said.putAll(members);
        said.remove(FactsJson.KEPT);
        said.keySet().removeAll(kept(members));
        return said;
    }

    private static List<String> kept(Map<String, Object> members) {
        return members.get(FactsJson.KEPT) instanceof List<?> names
                ? names.stream().map(String.class::cast).toList()
                : List.of();
    }

    private static Stream<String> names(Class<? extends Record> facts) {
        return Arrays.stream(facts.getRecordComponents()).map(RecordComponent::getName);
    }
}

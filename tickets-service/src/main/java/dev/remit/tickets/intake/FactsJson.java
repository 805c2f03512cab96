package dev.remit.tickets.intake;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.kit.json.CanonicalRecords;
import dev.remit.psa.PsaFacts;
import dev.remit.psa.TicketFacts;
import dev.remit.psa.TimeEntryFacts;
import java.util.Collection;
import java.util.Map;

/** Facts as the bytes that are hashed and kept: the same facts give the same bytes, from whatever payload they came. */
public final class FactsJson {
    /** The list of the members that a snapshot says nothing of. */
    static final String KEPT = "kept";

    private static final String SCHEMA = "schema";
    private static final String TICKET = "remit-ticket-facts/1";
    private static final String TIME_ENTRY = "remit-time-entry-facts/1";

    private FactsJson() {}

    /**
     * Canonical JSON of the facts, with the name of its schema.
     *
     * @throws dev.remit.engines.InvalidInput naming a text that no JSON can hold
     */
    public static byte[] write(PsaFacts facts) {
        Map<String, Object> members = CanonicalRecords.members(facts);
        members.put(SCHEMA, facts instanceof TicketFacts ? TICKET : TIME_ENTRY);
        return CanonicalJson.bytes(members);
    }

    /** As {@link #write(PsaFacts)}, without what the source says nothing of, and with its list. */
    static byte[] write(PsaFacts facts, Collection<String> kept) {
        if (kept.isEmpty()) {
            return write(facts);
        }
        Map<String, Object> members = members(write(facts));
        kept.forEach(members::remove);
        members.put(KEPT, kept.stream().sorted().toList());
        return CanonicalJson.bytes(members);
    }

    /** The members of stored facts, as plain JSON values. */
    public static Map<String, Object> members(byte[] stored) {
        return Json.members(stored);
    }

    /** The same without what people wrote and where they keep it, which nothing is computed from. */
    public static Map<String, Object> withoutText(byte[] stored) {
        Map<String, Object> members = members(stored);
        members.remove("notes");
        members.remove("description");
        members.remove("labels");
        members.remove("link");
        return members;
    }

    public static TicketFacts ticket(byte[] stored) {
        return CanonicalRecords.read(stored, TicketFacts.class);
    }

    /** @param members as {@link #members} gives them */
    static TicketFacts ticket(Map<String, Object> members) {
        return CanonicalRecords.of(members, TicketFacts.class);
    }

    public static TimeEntryFacts timeEntry(byte[] stored) {
        return CanonicalRecords.read(stored, TimeEntryFacts.class);
    }
}

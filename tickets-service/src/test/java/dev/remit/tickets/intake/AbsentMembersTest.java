package dev.remit.tickets.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remit.psa.TicketFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What a ticket's snapshot in our own form says of an optional member: a value, none, or nothing, which keeps what was. */
class AbsentMembersTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String REQUIRED = """
            "createdAt":"2026-06-11T18:00:00Z","title":"t","client":{"code":"c"},"priority":"P3","ticketClass":"REQUEST",\
            "status":"OPEN\"""";

    private static final Map<String, String> OPTIONAL = Map.of(
            "site", "{\"externalId\":\"28\"}",
            "category", "{\"type\":\"Project\",\"item\":\"Move\"}",
            "catalogueItem", "\"office-move\"",
            "respondedAt", "\"2026-06-11T18:10:00Z\"",
            "plannedAt", "\"2026-06-11T18:20:00Z\"",
            "resolvedAt", "\"2026-06-11T18:30:00Z\"",
            "closedAt", "\"2026-06-11T18:40:00Z\"",
            "scheduledFor", "\"2026-06-13T12:00:00Z\"",
            "confidential", "true");

    private static final Set<String> MEMBERS = OPTIONAL.keySet();

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void aMemberThatIsLeftOutStaysAsItWas(String member) throws JsonProcessingException {
        String said = OPTIONAL.get(member);
        comesTo(member, said, List.of(said, ""));
        comesTo(member, said, List.of(said, "", ""));
        comesTo(member, said, List.of("", said));
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void nullMeansNone(String member) throws JsonProcessingException {
        String said = OPTIONAL.get(member);
        comesTo(member, "null", List.of(said, "null"));
        comesTo(member, "null", List.of(said, "null", ""));
        comesTo(member, said, List.of(said, "null", said));
        comesTo(member, "null", List.of("", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "description,  true",
        "site,         true",
        "confidential, true",
        "messages,     false",
        "title,        false",
        "status,       false",
    })
    void optionalMembersAloneAreKept(String member, boolean kept) {
        assertEquals(kept, TicketSnapshotRequest.kept(Set.of()).contains(member));
        assertEquals(false, TicketSnapshotRequest.kept(Set.of(member)).contains(member));
    }

    /** In whatever order they arrive, also where the ticket's past is made of them one by one. */
    private static void comesTo(String member, String wanted, List<String> values) throws JsonProcessingException {
        LatestMembers forwards = LatestMembers.none();
        LatestMembers backwards = LatestMembers.none();
        TicketFacts folded = null;
        for (int i = 0; i < values.size(); i++) {
            HashedFacts next = snapshot(i, member, values.get(i));
            take(forwards, next);
            take(backwards, snapshot(values.size() - 1 - i, member, values.get(values.size() - 1 - i)));
            TicketFacts alone = FactsJson.ticket(next.bytes());
            folded = folded == null ? alone : alone.keeping(SnapshotMembers.kept(next.bytes()), folded);
        }
        TicketFacts right = facts(values.size() - 1, member, wanted);
        String row = member + " " + values;
        assertEquals(right, SnapshotMembers.ticket(forwards.values()), row);
        assertEquals(right, SnapshotMembers.ticket(backwards.values()), row);
        assertEquals(right, folded, row);
    }

    private static void take(LatestMembers members, HashedFacts snapshot) {
        members.take(SnapshotMembers.ofTicket(snapshot.bytes()), snapshot.sourceUpdatedAt(), snapshot.hash());
    }

    private static HashedFacts snapshot(int minute, String member, String value) throws JsonProcessingException {
        Set<String> named = value.isEmpty() ? Set.of() : Set.of(member);
        return HashedFacts.of(facts(minute, member, value), TicketSnapshotRequest.kept(named));
    }

    private static TicketFacts facts(int minute, String member, String value) throws JsonProcessingException {
        String body = "{\"sourceUpdatedAt\":\""
                + Instant.parse("2026-06-11T18:00:00Z").plusSeconds(60L * minute) + "\"," + REQUIRED
                + (value.isEmpty() ? "" : ",\"" + member + "\":" + value) + "}";
        return JSON.readValue(body, TicketSnapshotRequest.class).facts("1", null);
    }
}

package dev.remit.tickets.intake;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.psa.TicketFacts.Message.Party;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a snapshot as proof. A confidential ticket's title stays out, and so do internal notes with their times;
 * the facts' hash still stands for all of it. Snapshots of one client and of one confidentiality are a series, so that no
 * link rests on one that its reader may not see.
 *
 * @param stated what stands in each link in full
 * @param series the links that this one continues
 * @param state the facts, of which a link says only what changed
 */
record SnapshotProof(Stated stated, String series, Map<String, Object> state) {

    /**
     * What a link says of a snapshot, whatever changed.
     *
     * @param client as the facts name it; null where they do not
     */
    record Stated(String payloadHash, String factsHash, Instant knownAt, Object client, boolean confidential) {}

    /** @param otherwise whether it is confidential, where the facts do not say */
    static SnapshotProof of(byte[] facts, String factsHash, String payloadHash, Instant knownAt, boolean otherwise) {
        Map<String, Object> members = FactsJson.withoutText(facts);
        members.computeIfPresent("messages", (name, messages) -> withoutInternalNotes((List<?>) messages));
        boolean confidential = members.getOrDefault("confidential", otherwise).equals(true);
        if (confidential) {
            members.remove("title");
        }
        Object client = members.get("client");
        return new SnapshotProof(
                new Stated(payloadHash, factsHash, knownAt, client, confidential),
                (confidential ? "confidential/" : "open/") + CanonicalJson.hash(client),
                Map.of("facts", members));
    }

    private static List<?> withoutInternalNotes(List<?> messages) {
        return messages.stream()
                .filter(message -> !(message instanceof Map<?, ?> said
                        && Party.MSP.name().equals(said.get("from"))
                        && Boolean.FALSE.equals(said.get("isPublic"))))
                .toList();
    }
}

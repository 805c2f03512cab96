package dev.remit.engines.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.LinkStates;
import dev.remit.engines.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes through the payloads of a chain of evidence, computes each answer again from the inputs beside it, and says where
 * both agree. Needs no database, no service and no clock, and of the chain no more at once than a link and the states
 * that later links may change.
 *
 * <p>That nothing was changed or left out is for {@link dev.remit.engines.evidence.HashChain} to say.
 */
public final class Replay {

    private final Function<String, byte[]> documents;
    private final LinkStates states = new LinkStates();
    private final RatedReplay rated = new RatedReplay();
    private int position;

    /** @param documents gives the bytes of a signed document by its hash */
    public Replay(Function<String, byte[]> documents) {
        this.documents = documents;
    }

    /**
     * @param payloads of one chain, from its first link on; null for one that was erased
     * @param documents gives the bytes of a signed document by its hash
     * @return a finding for each ruling, reading and rated line, in the order of the chain
     * @throws dev.remit.engines.InvalidInput if a payload is not what evidence of this schema looks like
     */
    public static List<Finding> of(List<byte[]> payloads, Function<String, byte[]> documents) {
        Replay replay = new Replay(documents);
        List<Finding> findings = new ArrayList<>();
        payloads.forEach(payload -> findings.addAll(replay.next(payload)));
        return List.copyOf(findings);
    }

    /**
     * Takes the next link of the chain.
     *
     * @param payload null if it was erased
     * @return a finding for each answer of the link; none where it rests on a link that was erased
     * @throws dev.remit.engines.InvalidInput if the payload is not what evidence of this schema looks like
     */
    public List<Finding> next(byte[] payload) {
        position++;
        if (payload == null) {
            return List.of();
        }
        Optional<ObjectNode> link = states.full(position, Json.parseObject(payload));
        List<Finding> findings = new ArrayList<>();
        link.ifPresent(full -> replay(full, new Findings(position - 1, full, findings)));
        return findings;
    }

    private void replay(ObjectNode link, Findings into) {
        if (!link.path("kind").isTextual()) {
            throw new InvalidInput("kind", "is missing");
        }
        switch (link.get("kind").textValue()) {
            case "RULING" -> RulingReplay.of(link, documents, into);
            case "CLOCK" -> ReadingReplay.of(link, into);
            case "RATED" -> rated.of(link, into);
            case "PUBLISHED" -> rated.published(link);
            default -> {}
        }
    }
}

package dev.remit.engines.replay;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Goes through the payloads of a chain of evidence, computes each answer again from the inputs beside it, and says where
 * both agree. Needs no database, no service and no clock.
 *
 * <p>That nothing was changed or left out is for {@link dev.remit.engines.evidence.HashChain} to say.
 */
public final class Replay {

    private Replay() {}

    /**
     * @param payloads of one chain, in order; null for one that was erased
     * @param documents gives the bytes of a signed document by its hash
     * @return a finding for each ruling, reading and rated line, in the order of the chain
     * @throws dev.remit.engines.InvalidInput if a payload is not what evidence of this schema looks like
     */
    public static List<Finding> of(List<byte[]> payloads, Function<String, byte[]> documents) {
        List<Finding> findings = new ArrayList<>();
        RatedReplay rated = new RatedReplay();
        for (int i = 0; i < payloads.size(); i++) {
            if (payloads.get(i) == null) {
                continue;
            }
            JsonCursor payload = JsonCursor.of(CanonicalJson.parse(payloads.get(i)));
            Findings into = new Findings(i, payload, findings);
            switch (payload.member("kind").text()) {
                case "RULING" -> RulingReplay.of(payload, documents, into);
                case "CLOCK" -> ReadingReplay.of(payload, into);
                case "RATED" -> rated.of(payload, into);
                case "PUBLISHED" -> rated.published(payload);
                default -> {}
            }
        }
        return List.copyOf(findings);
    }
}

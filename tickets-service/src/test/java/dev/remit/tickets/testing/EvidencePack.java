package dev.remit.tickets.testing;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.replay.Finding;
import dev.remit.engines.replay.Replay;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** A chain as the API gives it. Takes nothing but the answer's own bytes: canonical JSON again gives each payload as it was sealed. */
public record EvidencePack(String ticketId, List<HashChain.Link> links) {

    public static EvidencePack of(String body) {
        JsonCursor chain = JsonCursor.of(CanonicalJson.parse(body.getBytes(StandardCharsets.UTF_8)));
        HexFormat hex = HexFormat.of();
        return new EvidencePack(
                chain.member("ticketId").text(),
                chain.member("links")
                        .list(link -> HashChain.Link.stored(
                                hex.parseHex(link.member("hash").text()),
                                hex.parseHex(link.member("seal").text()),
                                hex.parseHex(link.member("salt").text()),
                                CanonicalJson.bytes(link.member("payload").value()))));
    }

    /** The first link that does not follow from the one before it. */
    public OptionalInt firstBroken() {
        return HashChain.firstBroken(HashChain.origin(ticketId), links);
    }

    /** Every answer beside what the engines alone make of the inputs. */
    public List<Finding> replayed() {
        return Replay.of(links.stream().map(HashChain.Link::payload).toList(), Neighbours::published);
    }
}

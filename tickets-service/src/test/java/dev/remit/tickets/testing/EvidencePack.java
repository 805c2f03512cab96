package dev.remit.tickets.testing;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.replay.Finding;
import dev.remit.engines.replay.Replay;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** A chain as the API gives it. Takes nothing but the answers' own bytes: canonical JSON again gives each payload as it was sealed. */
public record EvidencePack(String ticketId, List<HashChain.Link> links) {

    /** Reads a ticket's chain page after page, and checks that each follows from the one before. */
    public static EvidencePack of(RequestSpecification caller, String ticketId) {
        HexFormat hex = HexFormat.of();
        List<HashChain.Link> links = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonCursor page = JsonCursor.of(CanonicalJson.parse(
                    caller.get(Msp.API + "/tickets/" + ticketId + "/evidence?limit=200&after=" + after)
                            .asString()
                            .getBytes(StandardCharsets.UTF_8)));
            byte[] noted = links.isEmpty()
                    ? HashChain.origin(ticketId)
                    : links.getLast().hash();
            if (!page.member("previous").text().equals(hex.formatHex(noted))) {
                throw page.member("previous").fault("is not the hash of the link before");
            }
            page.member("links")
                    .list(link -> HashChain.Link.stored(
                            hex.parseHex(link.member("hash").text()),
                            hex.parseHex(link.member("seal").text()),
                            hex.parseHex(link.member("salt").text()),
                            CanonicalJson.bytes(link.member("payload").value())))
                    .forEach(links::add);
            if (!page.member("next").isPresent()) {
                return new EvidencePack(ticketId, links);
            }
            after = page.member("next").whole(1, Integer.MAX_VALUE);
        }
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

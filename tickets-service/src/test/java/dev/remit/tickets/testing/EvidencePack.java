package dev.remit.tickets.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.json.Json;
import dev.remit.engines.replay.Finding;
import dev.remit.engines.replay.Replay;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** A chain as the API gives it. Takes nothing but the answers' own bytes: canonical JSON again gives each payload as it was sealed. */
public record EvidencePack(String ticketId, List<HashChain.Link> links, UnaryOperator<String> catalogues) {

    /** Reads a ticket's chain page after page, and checks that each follows from the one before. */
    public static EvidencePack of(RequestSpecification caller, String ticketId) {
        HexFormat hex = HexFormat.of();
        List<HashChain.Link> links = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = Json.parse(given().spec(caller)
                    .get(Msp.API + "/tickets/" + ticketId + "/evidence?limit=200&after=" + after)
                    .asString()
                    .getBytes(StandardCharsets.UTF_8));
            byte[] noted = links.isEmpty()
                    ? HashChain.origin(ticketId)
                    : links.getLast().hash();
            if (!page.path("previous").asText().equals(hex.formatHex(noted))) {
                throw new InvalidInput("previous", "is not the hash of the link before");
            }
            for (JsonNode link : page.path("links")) {
                links.add(HashChain.Link.stored(
                        hex.parseHex(link.path("hash").textValue()),
                        hex.parseHex(link.path("seal").textValue()),
                        hex.parseHex(link.path("salt").textValue()),
                        CanonicalJson.bytes(link.path("payload"))));
            }
            if (!page.hasNonNull("next")) {
                return new EvidencePack(ticketId, links, hash -> given().spec(caller)
                        .get(Msp.API + "/catalogue-versions/" + hash)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
            }
            after = page.path("next").longValue();
        }
    }

    /** The first link that does not follow from the one before it. */
    public OptionalInt firstBroken() {
        return HashChain.firstBroken(HashChain.origin(ticketId), links);
    }

    /** Every answer beside what the engines alone make of the inputs. */
    public List<Finding> replayed() {
        return Replay.of(links.stream().map(HashChain.Link::payload).toList(), this::document);
    }

    /** Signed documents are contracts-service's to give, catalogues those of who ruled by them. */
    private byte[] document(String hash) {
        byte[] signed = Neighbours.published(hash);
        return signed != null ? signed : catalogues.apply(hash).getBytes(StandardCharsets.UTF_8);
    }
}

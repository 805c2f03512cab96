package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.demo.RemitApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalInt;

/** Verifies a chain of evidence with nothing but SHA-256, as anyone who was handed one could. */
public final class Chain {
    private static final HexFormat HEX = HexFormat.of();

    private Chain() {}

    /** Every link of a chain, read page after page: {@code ticketId} and {@code links}. */
    public static JsonNode whole(RemitApi.As caller, String path) {
        JsonNode page = caller.get(path + "?limit=200");
        ObjectNode chain = page.deepCopy();
        while (page.path("next").isInt()) {
            page = caller.get(path + "?limit=200&after=" + page.path("next").asInt());
            page.path("links").forEach(((ArrayNode) chain.path("links"))::add);
        }
        return chain;
    }

    /**
     * @param evidence a whole chain, as the API shows it
     * @return the position of the first link that does not follow from the one before it, or whose payload is another
     */
    public static OptionalInt firstBroken(JsonNode evidence) {
        byte[] previous =
                sha256(("[\"remit-chain/1\",\"" + evidence.path("ticketId").asText() + "\"]")
                        .getBytes(StandardCharsets.UTF_8));
        int position = 0;
        for (JsonNode link : evidence.path("links")) {
            position++;
            byte[] seal = HEX.parseHex(link.path("seal").asText());
            byte[] hash = HEX.parseHex(link.path("hash").asText());
            byte[] payload = link.path("payload").toString().getBytes(StandardCharsets.UTF_8);
            byte[] salt = HEX.parseHex(link.path("salt").asText());
            boolean follows = link.path("position").asInt() == position
                    && MessageDigest.isEqual(hash, sha256(previous, seal))
                    && MessageDigest.isEqual(seal, sha256(sha256(salt), payload));
            if (!follows) {
                return OptionalInt.of(position);
            }
            previous = hash;
        }
        return position == 0 ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.json.Json;
import dev.remit.engines.replay.Finding;
import dev.remit.engines.replay.Replay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Computes a tenant's lines again from the evidence as the API gives it, with nothing but the engines. */
final class EvidenceCheck {
    private EvidenceCheck() {}

    /** Every line with a value must follow, to the byte, and be what the API shows. */
    static void everyLineFollows(UUID tenant) {
        List<Map<String, Object>> extras = BillingTest.as(tenant, "auditor")
                .get(BillingTest.API + "/extras?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        Set<Object> seen = new HashSet<>();
        Map<String, JsonNode> stated = new HashMap<>();
        for (Map<String, Object> extra : extras) {
            if (seen.add(extra.get("ticketId"))) {
                replayed(tenant, (String) extra.get("id"))
                        .forEach(finding -> stated.put(finding.subject(), parse(finding.stated())));
            }
        }
        for (Map<String, Object> extra : extras) {
            if (extra.containsKey("amount")) {
                JsonNode line = stated.get("line " + extra.get("id"));
                for (String figure : List.of("amount", "billed", "overCap")) {
                    assertEquals(
                            ((Map<?, ?>) extra.get(figure)).get("amount"),
                            line.path(figure).textValue(),
                            figure);
                }
                assertEquals(extra.get("arithmetic"), line.path("arithmetic").textValue());
            }
        }
    }

    static List<Finding> replayed(UUID tenant, String extra) {
        List<HashChain.Link> links = links(tenant, extra);
        List<Finding> findings =
                Replay.of(links.stream().map(HashChain.Link::payload).toList(), hash -> null);
        for (Finding finding : findings) {
            assertEquals(finding.stated(), finding.computed(), () -> "link " + finding.link());
            assertNull(finding.stamp());
        }
        return findings;
    }

    static List<HashChain.Link> links(UUID tenant, String extra) {
        HexFormat hex = HexFormat.of();
        List<HashChain.Link> links = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = parse(BillingTest.as(tenant, "auditor")
                    .get(BillingTest.API + "/extras/" + extra + "/evidence?limit=200&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            for (JsonNode link : page.path("links")) {
                links.add(HashChain.Link.stored(
                        hex.parseHex(link.path("hash").textValue()),
                        hex.parseHex(link.path("seal").textValue()),
                        hex.parseHex(link.path("salt").textValue()),
                        CanonicalJson.bytes(link.path("payload"))));
            }
            if (!page.hasNonNull("next")) {
                byte[] origin = HashChain.origin(page.path("ticketId").textValue());
                assertEquals(OptionalInt.empty(), HashChain.firstBroken(origin, links));
                return links;
            }
            after = page.path("next").longValue();
        }
    }

    private static JsonNode parse(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}

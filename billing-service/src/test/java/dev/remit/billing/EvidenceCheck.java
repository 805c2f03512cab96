package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.evidence.JsonCursor;
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
        Map<String, JsonCursor> stated = new HashMap<>();
        for (Map<String, Object> extra : extras) {
            if (seen.add(extra.get("ticketId"))) {
                replayed(tenant, (String) extra.get("id"))
                        .forEach(finding -> stated.put(finding.subject(), parse(finding.stated())));
            }
        }
        for (Map<String, Object> extra : extras) {
            if (extra.containsKey("amount")) {
                JsonCursor line = stated.get("line " + extra.get("id"));
                for (String figure : List.of("amount", "billed", "overCap")) {
                    assertEquals(
                            ((Map<?, ?>) extra.get(figure)).get("amount"),
                            line.member(figure).text(),
                            figure);
                }
                assertEquals(extra.get("arithmetic"), line.member("arithmetic").text());
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
            JsonCursor page = parse(BillingTest.as(tenant, "auditor")
                    .get(BillingTest.API + "/extras/" + extra + "/evidence?limit=200&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            page.member("links")
                    .list(link -> HashChain.Link.stored(
                            hex.parseHex(link.member("hash").text()),
                            hex.parseHex(link.member("seal").text()),
                            hex.parseHex(link.member("salt").text()),
                            CanonicalJson.bytes(link.member("payload").value())))
                    .forEach(links::add);
            if (!page.member("next").isPresent()) {
                byte[] origin = HashChain.origin(page.member("ticketId").text());
                assertEquals(OptionalInt.empty(), HashChain.firstBroken(origin, links));
                return links;
            }
            after = page.member("next").whole(1, Integer.MAX_VALUE);
        }
    }

    private static JsonCursor parse(String json) {
        return JsonCursor.of(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}

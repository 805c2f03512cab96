package dev.remit.billing;

import static io.restassured.RestAssured.given;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.feed.FeedConsumers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of whom the other services tell this one event by event, with the ticket that it has now. */
abstract class ToldClient {
    static final String CODE = "whitfield-crane";

    final String code;
    final UUID tenant;
    final UUID client = UUID.randomUUID();
    final UUID agreement = UUID.randomUUID();
    UUID ticket = UUID.randomUUID();
    UUID workItem = UUID.randomUUID();
    final String upstream = ConfigProvider.getConfig().getValue(UpstreamResource.URL, String.class);
    final FeedConsumers consumers;
    final Map<Object, Long> revisions;
    private boolean held;

    /** @param revisions that were told before, by what they are of */
    ToldClient(UUID tenant, FeedConsumers consumers, String code, Map<Object, Long> revisions) {
        this.tenant = tenant;
        this.consumers = consumers;
        this.code = code;
        this.revisions = revisions;
    }

    long revision(Object of) {
        return revisions.merge(of, 1L, Long::sum);
    }

    /** What is told meanwhile takes effect together. */
    void atOnce(Runnable telling) {
        held = true;
        try {
            telling.run();
        } finally {
            held = false;
        }
        consumers.drain("billing.tickets");
    }

    void publish(String service, String type, UUID subject, Map<String, Object> payload) {
        given().contentType("application/json")
                .body(CanonicalJson.bytes(map(
                        "type",
                        type,
                        "tenant",
                        tenant.toString(),
                        "subject",
                        subject.toString(),
                        "occurredAt",
                        "2026-06-11T18:00:00Z",
                        "payload",
                        payload)))
                .post(upstream + "/" + service + "/publish")
                .then()
                .statusCode(204);
        if (!held) {
            consumers.drain("billing." + service);
        }
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}

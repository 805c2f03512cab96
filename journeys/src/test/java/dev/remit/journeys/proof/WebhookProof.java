package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.WebhookReceiver.Try;
import dev.remit.stack.demo.RemitApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds what a receiver of everything took against the feed that says what there was to tell. */
public final class WebhookProof {
    private WebhookProof() {}

    /** The ids of what is told from a position of the feed on and did not arrive. */
    public static TreeSet<String> missing(RemitApi api, long after, WebhookReceiver receiver) {
        TreeSet<String> missing = new TreeSet<>();
        told(api, after).forEach(item -> missing.add(item.path("id").asText()));
        receiver.taken().forEach(taken -> missing.remove(taken.id()));
        return missing;
    }

    /** What is wrong once nothing is missing: what nobody told, repeats that say something else, and what came before its turn. */
    public static List<String> faults(RemitApi api, WebhookReceiver receiver) {
        List<String> faults = new ArrayList<>();
        Map<String, JsonNode> told = new LinkedHashMap<>();
        told(api, 0).forEach(item -> told.put(item.path("id").asText(), item));
        Map<String, String> texts = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (Try taken : receiver.taken()) {
            JsonNode item = told.get(taken.id());
            if (item == null || !item.path("data").equals(taken.body().path("data"))) {
                faults.add(taken.id() + " is not as it was told: " + taken.text());
            }
            String before = texts.putIfAbsent(taken.id(), taken.text());
            if (before != null && !before.equals(taken.text())) {
                faults.add(taken.id() + " said something else before: " + before + ", then " + taken.text());
            }
            if (before == null) {
                String subject = taken.body().at("/data/subject/id").asText();
                long sequence = taken.body().at("/data/sequence").asLong();
                Long earlier = last.put(subject, sequence);
                if (earlier != null && sequence != earlier + 1) {
                    faults.add("Of " + subject + " came " + sequence + " after " + earlier);
                }
            }
        }
        return faults;
    }

    /** What is told after a position of the feed. */
    public static List<JsonNode> told(RemitApi api, long after) {
        List<JsonNode> told = new ArrayList<>();
        long position = after;
        boolean more = true;
        while (more) {
            JsonNode page = api.as("desk").get("/api/notifications/v1/feed?limit=200&after=" + position);
            page.path("items").forEach(told::add);
            position = page.path("after").asLong();
            more = page.path("more").asBoolean();
        }
        return told;
    }
}

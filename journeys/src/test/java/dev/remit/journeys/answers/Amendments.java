package dev.remit.journeys.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.demo.RemitApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** New versions of the demo's contract and addenda to it, each with scope rules of its own, signed by both sides. */
public final class Amendments {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGREEMENTS = "/api/contracts/v1/agreements";

    private final RemitApi api;
    private final String client;
    private final Signer signer;
    private final String master;
    private final ObjectNode base;

    /**
     * Who signs for the client.
     *
     * @param user their account
     */
    public record Signer(String user, String name, String title) {}

    /** @param client of the demo world, whose contract is amended */
    public Amendments(RemitApi api, String client, Signer signer) {
        this.api = api;
        this.client = client;
        this.signer = signer;
        base = (ObjectNode) read("/demo/" + client + "/terms.json");
        base.remove("examples");
        master = api.as("owner")
                .get(AGREEMENTS + "?clientCode=" + client)
                .at("/items/0/id")
                .asText();
    }

    /** Has every version from now on charge work by a role at a rate of its own. */
    public void addRate(String workType, String role, String rate) {
        ((ArrayNode) base.at("/rateCard/hourly"))
                .addObject()
                .put("workType", workType)
                .put("role", role)
                .put("rate", rate);
    }

    /**
     * Signs a version as of a date.
     *
     * @param terms a file with what it says otherwise than the demo's; clauses that it names are added
     */
    public void sign(String terms) {
        ObjectNode amended = base.deepCopy();
        read(terms).properties().forEach(member -> amended.set(member.getKey(), member.getValue()));
        sign(master, amended);
    }

    /**
     * Signs an addendum.
     *
     * @param terms a file with all that it says but its clauses
     */
    public void signAddendum(String terms) {
        Map<String, String> agreement =
                Map.of("clientCode", client, "title", terms, "kind", "ADDENDUM", "masterId", master);
        ObjectNode addendum = (ObjectNode) read(terms);
        addendum.putArray("clauses");
        sign(api.as("owner").post(AGREEMENTS, agreement).path("id").asText(), addendum);
    }

    private void sign(String agreement, ObjectNode terms) {
        ArrayNode clauses = (ArrayNode) terms.path("clauses");
        terms.path("scopeRules")
                .forEach(rule -> addClause(clauses, rule.path("clause").asText()));
        if (terms.has("rateCard")) {
            addClause(clauses, terms.at("/rateCard/clause").asText());
        }
        RemitApi.As owner = api.as("owner");
        String versions = AGREEMENTS + "/" + agreement + "/versions";
        String version =
                versions + "/" + owner.post(versions, terms).path("version").asInt();
        String contentHash =
                owner.post(version + "/propose", Map.of()).path("contentHash").asText();
        owner.post(version + "/signatures", signature("John Beacon", "Owner", contentHash));
        api.as(signer.user()).post(version + "/signatures", signature(signer.name(), signer.title(), contentHash));
        owner.post(version + "/activate", Map.of());
    }

    private static void addClause(ArrayNode clauses, String id) {
        for (JsonNode clause : clauses) {
            if (clause.path("id").asText().equals(id)) {
                return;
            }
        }
        clauses.addObject()
                .put("id", id)
                .put("kind", "SCOPE")
                .put("title", "Clause " + id)
                .put("text", "What clause " + id + " says of some of the work.");
    }

    private static Map<String, String> signature(String name, String title, String contentHash) {
        return Map.of("name", name, "title", title, "contentHash", contentHash);
    }

    private static JsonNode read(String file) {
        try (InputStream in = Amendments.class.getResourceAsStream(file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

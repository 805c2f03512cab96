package dev.remit.journeys.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.demo.ContractSigning;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.Signatory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** New versions of the demo's contract and addenda to it, each with scope rules of its own, signed by both sides. */
public final class Amendments {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGREEMENTS = "/api/contracts/v1/agreements";

    private final ContractSigning contracting;
    private final String client;
    private final Signatory signatory;
    private final String master;
    private final ObjectNode base;

    /** @param client of the demo world, whose contract is amended */
    public Amendments(RemitApi api, String client, Signatory signatory) {
        this.contracting = new ContractSigning(api);
        this.client = client;
        this.signatory = signatory;
        base = (ObjectNode) read("/demo/" + client + "/terms.json");
        base.remove("examples");
        master = AGREEMENTS + "/"
                + api.as("owner")
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
        ObjectNode addendum = (ObjectNode) read(terms);
        addendum.putArray("clauses");
        sign(contracting.beginBeside(master, client, terms), addendum);
    }

    private void sign(String agreement, ObjectNode terms) {
        ArrayNode clauses = (ArrayNode) terms.path("clauses");
        terms.path("scopeRules")
                .forEach(rule -> addClause(clauses, rule.path("clause").asText()));
        if (terms.has("rateCard")) {
            addClause(clauses, terms.at("/rateCard/clause").asText());
        }
        contracting.sign(contracting.draft(agreement, terms), signatory);
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

    private static JsonNode read(String file) {
        try (InputStream in = Amendments.class.getResourceAsStream(file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

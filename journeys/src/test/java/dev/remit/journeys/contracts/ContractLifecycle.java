package dev.remit.journeys.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.journeys.proof.Pages;
import dev.remit.stack.demo.ContractSigning;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.Signatory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One contract of the demo world, from its first version to its end, as its owner reads and changes it. */
public final class ContractLifecycle {
    private static final String AGREEMENTS = "/api/contracts/v1/agreements";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RemitApi api;
    private final RemitApi.As owner;
    private final ContractSigning contracting;
    private final String client;
    private final String id;
    private final Signatory signatory;

    /**
     * @param client its code
     * @param title of the agreement
     * @param signatory who signs for the client
     */
    public ContractLifecycle(RemitApi api, String client, String title, Signatory signatory) {
        this.api = api;
        this.owner = api.as("owner");
        this.contracting = new ContractSigning(api);
        this.client = client;
        this.signatory = signatory;
        this.id = Pages.all(owner, AGREEMENTS + "?clientCode=" + client).stream()
                .filter(agreement -> agreement.path("title").asText().equals(title))
                .map(agreement -> agreement.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(client + " has no agreement " + title));
    }

    private String path(int version) {
        return AGREEMENTS + "/" + id + "/versions/" + version;
    }

    /** A version as it is read. */
    public JsonNode version(int version) {
        return owner.get(path(version));
    }

    /** The codes of what lint finds that should be mended. */
    public List<String> lint(int version) {
        List<String> codes = new ArrayList<>();
        owner.get(path(version) + "/lint").path("items").forEach(finding -> {
            if (!finding.path("severity").asText().equals("NOTE")) {
                codes.add(finding.path("code").asText());
            }
        });
        return codes;
    }

    /** How each side has signed a version. */
    public List<String> methods(int version) {
        List<String> methods = new ArrayList<>();
        version(version)
                .path("signatures")
                .forEach(signature -> methods.add(signature.path("party").asText() + " "
                        + signature.path("method").asText()));
        return methods.stream().sorted().toList();
    }

    /** Whether everything that can be computed of a version again comes out the same. */
    public boolean isIntact(int version) {
        return owner.get(path(version) + "/verification").path("intact").asBoolean();
    }

    /** The number of the version in force on a date; 0 for none. */
    public int inForceOn(String date) {
        return Pages.all(owner, AGREEMENTS + "?clientCode=" + client + "&inForceOn=" + date).stream()
                .filter(agreement -> agreement.path("id").asText().equals(id))
                .mapToInt(agreement -> agreement.path("versionInForce").asInt())
                .findFirst()
                .orElse(0);
    }

    /** The dates ahead, by their kind. */
    public Map<String, String> dates() {
        Map<String, String> dates = new HashMap<>();
        Pages.all(owner, "/api/contracts/v1/dates?clientCode=" + client).stream()
                .filter(date -> date.path("agreementId").asText().equals(id))
                .forEach(date ->
                        dates.put(date.path("kind").asText(), date.path("date").asText()));
        return dates;
    }

    /**
     * Drafts the next version with the terms of another.
     *
     * @param version whose terms it begins with
     * @param replacements what is to be read otherwise in their text, each followed by what is put in its place
     * @return its number
     */
    public int draft(int version, String... replacements) {
        String terms = owner.text(path(version) + "/terms").replace("\" : ", "\":");
        for (int i = 0; i < replacements.length; i += 2) {
            if (!terms.contains(replacements[i])) {
                throw new AssertionError("nothing says " + replacements[i] + " in " + terms);
            }
            terms = terms.replace(replacements[i], replacements[i + 1]);
        }
        String draft = contracting.draft(AGREEMENTS + "/" + id, terms);
        return Integer.parseInt(draft.substring(draft.lastIndexOf('/') + 1));
    }

    /**
     * Drafts the version that follows another.
     *
     * @param from its first date
     * @param to its first date without it; null for an open end
     */
    public int draftAfter(int version, String from, String to) {
        try {
            ObjectNode terms = (ObjectNode) JSON.readTree(owner.text(path(version) + "/terms"));
            terms.put("effectiveFrom", from);
            terms.remove("effectiveTo");
            if (to != null) {
                terms.put("effectiveTo", to);
            }
            String draft = contracting.draft(AGREEMENTS + "/" + id, terms);
            return Integer.parseInt(draft.substring(draft.lastIndexOf('/') + 1));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Has both sides sign a draft. */
    public void sign(int version) {
        contracting.sign(path(version), signatory);
    }

    /** What a version says otherwise than the one before, a sentence a line. */
    public String difference(int version) {
        return owner.text(path(version) + "/difference.txt");
    }

    /** Has both sides agree that a version is not to begin. */
    public void cancel(int version, String reason, LocalDate today) {
        Map<String, Object> word = new HashMap<>(Map.of("reason", reason));
        if (signatory.scan() == null) {
            owner.post(path(version) + "/cancel", word);
            api.as(signatory.user()).post(path(version) + "/cancel", word);
            return;
        }
        word.put(
                "clientOnPaper",
                Map.of(
                        "name",
                        signatory.name(),
                        "title",
                        signatory.title(),
                        "signedOn",
                        today.toString(),
                        "file",
                        contracting.keep(path(version), signatory.scan())));
        owner.post(path(version) + "/cancel", word);
    }

    /** Ends a version early, of which notice was given today. */
    public void terminate(int version, String end, LocalDate today) {
        owner.post(
                path(version) + "/terminate",
                Map.of(
                        "effectiveTo",
                        end,
                        "reason",
                        "The client moves to another provider.",
                        "notice",
                        Map.of("givenOn", today.toString(), "form", "LETTER")));
    }

    @Override
    public String toString() {
        return client + " " + id;
    }
}

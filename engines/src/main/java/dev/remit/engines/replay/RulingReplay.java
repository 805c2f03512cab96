package dev.remit.engines.replay;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.json.Json;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.RulingAnswer;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.ScopesInForce;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.WorkItemFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A ruling is computed again from what was known of the work, the signed documents that were in force together, and how
 * much volume was used. Where the words of the work are withheld, what they were found to say stands for them.
 */
final class RulingReplay {

    private RulingReplay() {}

    /** What a stored ruling rests on. */
    private record Stated(
            String rulingId, JsonNode inputs, RulingCases cases, TreatmentByHand byHand, ByClauses byClauses) {

        /** What each count stood at, as the cases say that look at it. */
        UsedVolume used(LocalDate workDate) {
            RulingCases looked = byClauses == null ? cases : byClauses.cases();
            return key -> looked == null ? 0 : looked.usedBefore(key, workDate).orElse(0);
        }
    }

    /** What the engine answered where a person has the work treated otherwise. */
    private record ByClauses(RulingCases cases) {}

    /**
     * What it was computed from, beside the facts of the work.
     *
     * @param documents hashes of the documents in force: the master's, then its addenda's; empty where none was
     * @param catalogueHash which version of the MSP's catalogue it was looked up in
     * @param found what it was found to be, where its words are withheld; null elsewhere
     */
    private record RuledFrom(List<String> documents, String catalogueHash, Categorisation found) {

        RuledFrom {
            documents = documents == null ? List.of() : List.copyOf(documents);
        }
    }

    static void of(ObjectNode payload, Function<String, byte[]> documents, Findings findings) {
        JsonNode ruling = payload.path("ruling");
        Stated stated = Json.read(ruling, Stated.class, "ruling");
        String subject = "ruling " + InvalidInput.at("ruling", () -> required(stated.rulingId(), "rulingId"));
        findings.compare(subject, ruling, () -> {
            ObjectNode computed = Json.copy((ObjectNode) ruling);
            computed.remove(RulingAnswer.MEMBERS);
            JsonNode inputs = InvalidInput.at("ruling", () -> required(stated.inputs(), "inputs"));
            RuledFrom from = Json.read(inputs, RuledFrom.class, "ruling.inputs");
            Ruling byClauses = rule(stated, inputs, from, documents);
            Ruling answer = stated.byHand() == null ? byClauses : byClauses.treated(stated.byHand());
            if (stated.byHand() != null) {
                computed.set("byClauses", Json.object(byClauses));
            }
            if (computed.get("agreement") instanceof ObjectNode agreement) {
                agreement.put("documentHash", ruledUnder(answer, from));
            }
            return computed.setAll(Json.object(answer));
        });
    }

    /** The document that the answer names: its clause's, else the master's. */
    private static String ruledUnder(Ruling answer, RuledFrom from) {
        if (answer.agreement() != null) {
            return answer.agreement().documentHash();
        }
        return from.documents().isEmpty() ? null : from.documents().getFirst();
    }

    private static Ruling rule(Stated stated, JsonNode inputs, RuledFrom from, Function<String, byte[]> documents) {
        WorkItemFacts facts = Json.read(inputs, WorkItemFacts.class, "ruling.inputs");
        if (from.documents().isEmpty()) {
            return Ruling.withoutAgreement(facts.workDate());
        }
        Categorisation found = from.found() != null
                ? from.found()
                : ServiceCatalogue.parse(document(from.catalogueHash(), "ruling.inputs.catalogueHash", documents))
                        .categorise(facts.description());
        List<CompiledScope> scopes = new ArrayList<>();
        for (int i = 0; i < from.documents().size(); i++) {
            String hash = from.documents().get(i);
            String place = "ruling.inputs.documents[" + i + "]";
            AgreementDocument document = AgreementDocument.parse(document(hash, place, documents));
            if (document.isAddendum() != (i > 0)) {
                throw new InvalidInput(place, i == 0 ? "must be a master" : "must be an addendum");
            }
            scopes.add(document.scope(hash));
        }
        return new ScopesInForce(scopes.getFirst(), scopes.subList(1, scopes.size()))
                .rule(facts, found, stated.used(facts.workDate()));
    }

    private static byte[] document(String hash, String place, Function<String, byte[]> documents) {
        byte[] document = documents.apply(required(hash, place));
        if (document == null || !Sha256.hex(document).equals(hash)) {
            throw new InvalidInput(place, "is not the hash of the document that is at hand");
        }
        return document;
    }
}

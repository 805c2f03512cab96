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
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.WorkItemFacts;
import java.util.function.Function;

/**
 * A ruling is computed again from what was known of the work, the signed document, and how much volume was used. Where
 * the words of the work are withheld, what they were found to say stands for them.
 */
final class RulingReplay {

    private RulingReplay() {}

    /** What a stored ruling rests on. */
    private record Stated(
            String rulingId,
            Agreement agreement,
            JsonNode inputs,
            RulingCases cases,
            TreatmentByHand byHand,
            ByClauses byClauses) {

        /** What each count stood at, as the cases say that look at it. */
        UsedVolume used() {
            RulingCases looked = byClauses == null ? cases : byClauses.cases();
            return key -> looked == null
                    ? 0
                    : looked.all().stream()
                            .filter(any -> any.includedVolume() != null
                                    && any.includedVolume().period() == key.period())
                            .mapToLong(RulingCase::usedBefore)
                            .findFirst()
                            .orElse(0);
        }
    }

    /** What the engine answered where a person has the work treated otherwise. */
    private record ByClauses(RulingCases cases) {}

    /** The version it was ruled by; null for a ruling without agreement. */
    private record Agreement(String documentHash) {}

    /**
     * How the work was recognised.
     *
     * @param catalogueHash which version of the MSP's catalogue it was looked up in
     * @param found what it was found to be, where its words are withheld; null elsewhere
     */
    private record Recognised(String catalogueHash, Categorisation found) {}

    static void of(ObjectNode payload, Function<String, byte[]> documents, Findings findings) {
        JsonNode ruling = payload.path("ruling");
        Stated stated = Json.read(ruling, Stated.class, "ruling");
        String subject = "ruling " + InvalidInput.at("ruling", () -> required(stated.rulingId(), "rulingId"));
        findings.compare(subject, ruling, () -> {
            ObjectNode computed = Json.copy((ObjectNode) ruling);
            computed.remove(RulingAnswer.MEMBERS);
            Ruling ruled = rule(stated, documents);
            if (stated.byHand() == null) {
                return computed.setAll(Json.object(ruled));
            }
            computed.set("byClauses", Json.object(ruled));
            return computed.setAll(Json.object(ruled.treated(stated.byHand())));
        });
    }

    private static Ruling rule(Stated stated, Function<String, byte[]> documents) {
        JsonNode inputs = InvalidInput.at("ruling", () -> required(stated.inputs(), "inputs"));
        WorkItemFacts facts = Json.read(inputs, WorkItemFacts.class, "ruling.inputs");
        if (stated.agreement() == null) {
            return Ruling.withoutAgreement(facts.workDate());
        }
        CompiledScope scope = AgreementDocument.parse(
                        document(stated.agreement().documentHash(), "ruling.agreement.documentHash", documents))
                .scope();
        Recognised recognised = Json.read(inputs, Recognised.class, "ruling.inputs");
        Categorisation found = recognised.found() != null
                ? recognised.found()
                : ServiceCatalogue.parse(document(recognised.catalogueHash(), "ruling.inputs.catalogueHash", documents))
                        .categorise(facts.description());
        return scope.rule(facts, found, stated.used());
    }

    private static byte[] document(String hash, String place, Function<String, byte[]> documents) {
        byte[] document = documents.apply(required(hash, place));
        if (document == null || !Sha256.hex(document).equals(hash)) {
            throw new InvalidInput(place, "is not the hash of the document that is at hand");
        }
        return document;
    }
}

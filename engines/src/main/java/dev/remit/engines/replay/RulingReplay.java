package dev.remit.engines.replay;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.scope.Categorisation;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.ScopeJson;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.WorkItemFacts;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A ruling is computed again from what was known of the work, the signed document, and how much volume was used. Where
 * the words of the work are withheld, what they were found to say stands for them.
 */
final class RulingReplay {

    /** What the engine answers, of all that a stored ruling says. */
    private static final Set<String> ANSWER = Set.of(
            "verdict",
            "silentReason",
            "item",
            "basis",
            "clause",
            "disagreeing",
            "approvalRequired",
            "workType",
            "estimateMinutes",
            "volume",
            "reasons");

    private RulingReplay() {}

    static void of(JsonCursor payload, Function<String, byte[]> documents, Findings findings) {
        JsonCursor ruling = payload.member("ruling");
        findings.compare("ruling " + ruling.member("rulingId").text(), ruling.value(), () -> {
            Map<String, Object> computed = Findings.values(ruling);
            computed.keySet().removeAll(ANSWER);
            computed.putAll(ScopeJson.write(rule(ruling, documents)));
            return computed;
        });
    }

    private static Ruling rule(JsonCursor ruling, Function<String, byte[]> documents) {
        JsonCursor inputs = ruling.member("inputs");
        WorkItemFacts facts = ScopeJson.readFacts(inputs);
        if (!ruling.member("agreement").isPresent()) {
            return Ruling.withoutAgreement(facts.workDate());
        }
        JsonCursor hash = ruling.member("agreement").member("documentHash");
        byte[] document = documents.apply(hash.text());
        if (document == null || !Sha256.hex(document).equals(hash.text())) {
            throw hash.fault("is not the hash of the document that is at hand");
        }
        CompiledScope scope = AgreementDocument.parse(document).scope();
        Categorisation found = inputs.member("found").or(ScopeJson::readCategorisation, scope.categorise(facts));
        return scope.rule(facts, found, used(ruling.member("volume")));
    }

    private static UsedVolume used(JsonCursor volume) {
        return key -> volume.isPresent() ? volume.member("usedBefore").whole(0, Long.MAX_VALUE) : 0;
    }
}

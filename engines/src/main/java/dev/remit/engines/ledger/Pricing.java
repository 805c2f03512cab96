package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.agreement.SignedVersions.Ruled;
import dev.remit.engines.scope.CaseAgreement;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * By which version each piece of a time entry is priced: that of the agreement whose case decides it. Rates are those of an
 * approved quote while it holds, else those in force on the entry's date.
 *
 * @param ruling null while there is none
 */
record Pricing(WorkEntry entry, WorkItemRuling ruling, Approvals approvals, SignedVersions versions) {

    /**
     * @param judgement of the piece; null while there is none
     * @return null where no signed version prices it
     */
    SignedVersion of(Judgement judgement) {
        Ruled ruled = ruling == null
                ? Ruled.BY_NONE
                : new Ruled(
                        agreement(judgement.speaking()),
                        agreement(ruling.cases().all()));
        Optional<SignedVersion> inForce =
                versions.pricing(entry.workDate(), ruled, version -> Holds.hasRate(entry, version));
        return approvals
                .pricing(entry.start())
                .flatMap(quote -> versions.quoted(quote.documentHash(), entry.workDate(), ruled))
                .filter(quoted -> isFor(quoted, ruled, inForce))
                .or(() -> inForce)
                .orElse(null);
    }

    /** A quote under one agreement says nothing of what work under another costs. */
    private boolean isFor(SignedVersion quoted, Ruled ruled, Optional<SignedVersion> inForce) {
        if (quoted.isAddendum() && !Holds.hasRate(entry, quoted)) {
            return false;
        }
        return quoted.agreementId().equals(ruled.decided())
                || inForce.map(SignedVersion::agreementId)
                        .map(quoted.agreementId()::equals)
                        .orElse(true)
                || ruled.decided() == null && !quoted.isAddendum();
    }

    /** The first's, as cases that speak in one rank are of addenda or of the master alone. */
    private static UUID agreement(List<RulingCase> cases) {
        return cases.stream()
                .findFirst()
                .map(RulingCase::agreement)
                .map(CaseAgreement::agreementId)
                .orElse(null);
    }
}

package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.agreement.SignedVersions.Ruled;
import dev.remit.engines.scope.CaseAgreement;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases.Judgement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * By which version each piece of a time entry is priced: that of the agreement whose case decides it. Rates are those of an
 * approved quote while it holds, else those in force on the date of the piece.
 *
 * @param ruling null while there is none
 */
record Pricing(WorkEntry entry, WorkItemRuling ruling, Approvals approvals, SignedVersions versions) {

    /**
     * @param judgement of the piece; null while there is none
     * @param date of the piece
     * @return null where no signed version prices it
     */
    SignedVersion of(Judgement judgement, LocalDate date) {
        Ruled ruled = ruling == null
                ? Ruled.BY_NONE
                : new Ruled(
                        agreement(judgement.speaking()),
                        agreement(ruling.cases().all()));
        Optional<SignedVersion> inForce = versions.pricing(date, ruled, version -> Holds.hasRate(entry, version, date));
        return approvals
                .pricing(entry.start())
                .flatMap(quote -> versions.quoted(quote.documentHash(), date, ruled))
                .filter(quoted -> isFor(quoted, ruled, inForce, date))
                .or(() -> inForce)
                .orElse(null);
    }

    /** A quote under one agreement says nothing of what work under another costs. */
    private boolean isFor(SignedVersion quoted, Ruled ruled, Optional<SignedVersion> inForce, LocalDate date) {
        if (quoted.isAddendum() && !Holds.hasRate(entry, quoted, date)) {
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

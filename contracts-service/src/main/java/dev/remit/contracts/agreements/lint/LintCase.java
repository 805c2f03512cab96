package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import java.util.List;
import java.util.Set;

/**
 * A version as it would be signed today, with what it must fit.
 *
 * @param document the version; if it has no coverage yet, one stands in for it
 * @param hasCoverage whether the coverage is the version's own
 * @param currency the client's
 * @param siteCodes the client's
 * @param approverActive whether somebody can sign and approve for the client
 * @param retiredItems codes of catalogue items that new versions do without
 * @param overlaps the client's other versions beside which it cannot be signed
 */
public record LintCase(
        AgreementDocument document,
        boolean hasCoverage,
        String currency,
        Set<String> siteCodes,
        boolean approverActive,
        Set<String> retiredItems,
        List<Overlap> overlaps) {}

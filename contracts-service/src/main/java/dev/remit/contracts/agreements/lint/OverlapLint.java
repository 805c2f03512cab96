package dev.remit.contracts.agreements.lint;

/** The client has one master on any date, and versions follow each other. */
final class OverlapLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        for (Overlap overlap : lintCase.overlaps()) {
            String text = overlap.text(lintCase.document().agreementId());
            if (overlap.signed()) {
                findings.add(FindingCode.OVERLAP, "effectiveFrom", text);
            } else {
                findings.add(FindingCode.OVERLAPS_PROPOSAL, "effectiveFrom", text);
            }
        }
    }
}

package dev.remit.contracts.agreements.lint;

import dev.remit.contracts.agreements.terms.Parties.Party;

/** A reader knows who is bound, and somebody can be reached who signs and decides quotes. */
final class PartyLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        check(lintCase.parties().msp(), "msp", findings);
        check(lintCase.parties().client(), "client", findings);
        if (!lintCase.approverActive()) {
            findings.add(
                    FindingCode.NO_APPROVER,
                    "",
                    "The client has no active approver, so that nobody can sign or decide quotes for it. Put one with"
                            + " an e-mail address on its list.");
        }
    }

    private static void check(Party party, String side, Findings findings) {
        if (party == null || party.legalName() == null || party.address() == null) {
            findings.add(
                    FindingCode.PARTY_INCOMPLETE,
                    "parties." + side,
                    "The " + (side.equals("msp") ? "MSP's" : "client's")
                            + " legal name and address are not both given, so that the contract does not say who is"
                            + " bound.");
        }
    }
}

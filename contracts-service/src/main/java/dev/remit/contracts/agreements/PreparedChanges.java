package dev.remit.contracts.agreements;

import dev.remit.kit.problem.Problem;
import jakarta.enterprise.context.RequestScoped;

/** What a version changes that begins in the past, found out before the transaction of its proposal begins. */
@RequestScoped
class PreparedChanges {
    private Prepared found;

    /**
     * @param revision of the draft that was looked at
     * @param bytes canonical JSON of a {@link dev.remit.contracts.agreements.changes.ChangesList}
     */
    record Prepared(int revision, byte[] bytes) {}

    void put(Prepared prepared) {
        found = prepared;
    }

    /**
     * The list of the draft as it is.
     *
     * @throws Problem wrong-state, where the draft, or the date, is another than a moment ago
     */
    byte[] of(AgreementVersion version) {
        if (found == null || found.revision() != version.revision()) {
            throw Problem.wrongState("The draft has changed meanwhile; propose it again.");
        }
        return found.bytes();
    }
}

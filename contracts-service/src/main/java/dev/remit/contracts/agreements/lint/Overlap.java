package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.VersionTerm;
import java.util.UUID;

/**
 * Another version beside which one cannot be signed.
 *
 * @param title of its agreement
 * @param inForce when it is in force
 * @param signed whether both parties signed it; else it is out for signature
 */
public record Overlap(String title, VersionTerm inForce, boolean signed) {

    /** Says what is in the way of a version of an agreement. */
    public String text(UUID agreementId) {
        String dates = "from " + inForce.effectiveFrom()
                + (inForce.effectiveTo() == null ? " on" : " until " + inForce.effectiveTo());
        String standing = signed ? "is signed and in force " : "is out for signature, for ";
        if (inForce.agreementId().equals(agreementId)) {
            return "Version " + inForce.version() + " of this agreement " + standing + dates
                    + "; a version comes after the ones before it in number and begins later.";
        }
        return "Version " + inForce.version() + " of the agreement \"" + title + "\" (" + inForce.agreementId() + ") "
                + standing + dates
                + "; a client has one master on any date. What stands beside it is an addendum to it.";
    }
}

package dev.remit.billing.approvals;

import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * That somebody of the MSP knows that a cap is below its estimate.
 *
 * @param name of the verified token
 * @param login of the token
 * @param subject the account's id in the token
 * @param at when they said so
 * @param estimateMinor the estimate that they said it of
 * @param capMinor the cap that they said it of
 */
@Embeddable
record CapConfirmation(String name, String login, String subject, Instant at, long estimateMinor, long capMinor) {

    static CapConfirmation by(Caller caller, Instant now, long estimateMinor, long capMinor) {
        Decider who = Decider.ofMsp(caller);
        return new CapConfirmation(who.name(), who.login(), who.subject(), now, estimateMinor, capMinor);
    }

    /** Whether it was said of a cap that is no further below its estimate. */
    boolean covers(long estimate, long cap) {
        return estimate <= estimateMinor && cap >= capMinor;
    }
}

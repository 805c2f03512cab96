package dev.remit.billing.approvals;

import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.kit.people.Logins;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * To whom a quote is addressed, as the client's list had them when it was sent.
 *
 * @param subject the id of their account, once the list has had one while the quote was theirs; null before
 * @param goneAt since when nobody can decide it: they are no approver any more and have no deputy; null while somebody can
 */
@Embeddable
record AddressedApprover(
        @Column(name = "approver_id") UUID id,
        @Column(name = "approver_name") String name,
        @Column(name = "approver_email") String email,
        @Column(name = "approver_login") String login,
        @Column(name = "approver_subject") String subject,
        @Column(name = "approver_gone_at") Instant goneAt) {

    static AddressedApprover of(ApproverFacts approver) {
        return new AddressedApprover(
                approver.approverId(),
                approver.name(),
                approver.email(),
                approver.username(),
                approver.subject(),
                null);
    }

    /** Whether an entry of the client's list is still this one. */
    boolean is(ApproverFacts approver) {
        return approver.approverId().equals(id)
                && Logins.same(approver.username(), login)
                && approver.email().equalsIgnoreCase(email)
                && (subject == null || subject.equals(approver.subject()));
    }

    /** From now on this account alone, if it is an entry's and nobody's yet. */
    AddressedApprover boundTo(ApproverFacts approver) {
        return subject == null && is(approver)
                ? new AddressedApprover(id, name, email, login, approver.subject(), goneAt)
                : this;
    }

    /** @param since null where they can decide again */
    AddressedApprover gone(Instant since) {
        return new AddressedApprover(id, name, email, login, subject, since);
    }
}

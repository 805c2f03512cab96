package dev.remit.contracts.agreements;

import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/** Who ended a signed version early, when, why, and what notice had been given. */
@Embeddable
class Ending {
    private Instant endedAt;
    private String endedByName;
    private String endedByLogin;
    private String endedBySubject;
    private String endReason;
    private LocalDate noticeGivenOn;
    private String noticeForm;

    protected Ending() {}

    /** @param notice null where none was given */
    Ending(String reason, Notice notice, Caller by, Instant now) {
        endedAt = now;
        endedByName = by.name();
        endedByLogin = by.username();
        endedBySubject = by.subject();
        endReason = reason;
        noticeGivenOn = notice == null ? null : notice.givenOn();
        noticeForm = notice == null ? null : notice.form();
    }

    EndingView view() {
        Notice notice = noticeGivenOn == null ? null : new Notice(noticeGivenOn, noticeForm);
        return new EndingView(endReason, notice, endedByName, endedByLogin, endedBySubject, endedAt);
    }
}

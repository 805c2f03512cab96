package dev.remit.notifications.mailchoices;

import dev.remit.kit.http.ETags;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.TimeZones;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What the caller has chosen. */
@ApplicationScoped
class OwnChoice {
    private final MailChoices choices;
    private final Caller caller;

    OwnChoice(MailChoices choices, Caller caller) {
        this.choices = choices;
        this.caller = caller;
    }

    Optional<MailChoice> present() {
        return choices.of(caller.username());
    }

    /** 0 where they have chosen nothing. */
    long version() {
        return version(present());
    }

    /** @throws Problem precondition-required, stale, validation; forbidden for whoever has no login */
    void change(String ifMatch, MyMailBody wanted) {
        Optional<MailChoice> present = present();
        ETags.requireMatch(ifMatch, version(present));
        List<MailKind> unwanted = UnwantedKinds.of(wanted.switchedOff());
        if (wanted.timeZone() != null && !TimeZones.isKnown(wanted.timeZone())) {
            throw Problem.invalid("timeZone", "must be an IANA time zone such as Europe/London", "time-zone");
        }
        if (caller.username() == null) {
            throw Problem.of(ProblemType.FORBIDDEN, "The token names no login.");
        }
        present.orElseGet(() -> choices.make(caller.username())).choose(unwanted, wanted.language(), wanted.timeZone());
        choices.flush();
    }

    private static long version(Optional<MailChoice> present) {
        return present.map(MailChoice::version).orElse(0L);
    }
}

package dev.remit.notifications.mail;

import dev.remit.notifications.mailsettings.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** When somebody is written to. */
final class DueTimes {
    private static final Duration LAST_CALL = Duration.ofHours(24);
    private static final Duration CLOSE_TOGETHER = Duration.ofHours(6);

    private DueTimes() {}

    /**
     * In the hours of cover where they are known, and outside of quiet hours; what concerns a P1 at once.
     *
     * @param now when it happened
     */
    static Instant of(Instant now, MailHints hints, QuietHours quiet, ZoneId zone) {
        if (hints.isUrgent()) {
            return now;
        }
        Instant covered = hints.coveredAt();
        Instant from = covered == null || covered.isBefore(now) ? now : covered;
        return quiet.endFrom(from, zone);
    }

    /**
     * When whoever has not decided is reminded: after half of the time, and a day before it is over. One that quiet hours would
     * put off for too long comes in them.
     */
    static List<Instant> reminders(Instant sent, Instant expires, QuietHours quiet, ZoneId zone) {
        Instant half = sent.plus(Duration.between(sent, expires).dividedBy(2));
        Instant last = expires.minus(LAST_CALL);
        boolean both = !half.plus(CLOSE_TOGETHER).isAfter(last);
        return (both ? Stream.of(half, last) : Stream.of(last.isAfter(sent) ? last : half))
                .filter(sent::isBefore)
                .map(wanted -> {
                    Instant due = quiet.endFrom(wanted, zone);
                    return due.isBefore(expires) ? due : wanted;
                })
                .toList();
    }
}

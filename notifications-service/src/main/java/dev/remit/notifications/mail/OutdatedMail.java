package dev.remit.notifications.mail;

import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.notifications.ClockWord;
import dev.remit.notifications.notifications.WebhookMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what a mail says is still so. */
final class OutdatedMail {
    private static final Set<String> QUOTE_IS_OVER =
            Set.of("quote.approved", "quote.declined", "quote.expired", "quote.withdrawn");
    private static final Set<String> WARNING_IS_OVER = Set.of("clock.breached", "clock.met", "clock.corrected");
    private static final Set<String> ESCALATION_IS_OVER = Set.of("clock.met", "clock.corrected");
    private static final Set<String> BREACH_IS_OVER = Set.of("clock.corrected");

    private static final Set<String> PROPOSAL_IS_OVER = Set.of("agreement.signed", "agreement.taken_back");

    private OutdatedMail() {}

    /**
     * Why a mail is not sent any more; empty where what it says still holds.
     *
     * @param later what was told of the same subject since
     */
    static Optional<String> of(MailKind kind, WebhookMessage told, List<WebhookMessage> later, Instant now) {
        return switch (kind) {
            case QUOTE_SENT, QUOTE_REMINDER ->
                later.stream()
                        .filter(word -> QUOTE_IS_OVER.contains(word.type()))
                        .map(word -> "The quote is " + word.data().quote().status() + " by now.")
                        .findFirst()
                        .or(() -> expired(told, now));
            case CLOCK_WARNING -> moved(told, later, WARNING_IS_OVER);
            case CLOCK_ESCALATED -> moved(told, later, ESCALATION_IS_OVER);
            case CLOCK_BREACHED -> moved(told, later, BREACH_IS_OVER);
            case AGREEMENT_PROPOSED ->
                later.stream()
                        .filter(word -> PROPOSAL_IS_OVER.contains(word.type()))
                        .map(word -> "The version is not out for signature any more: " + word.type() + ".")
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<String> expired(WebhookMessage told, Instant now) {
        Instant expiresAt = told.data().quote().expiresAt();
        return expiresAt == null || expiresAt.isAfter(now)
                ? Optional.empty()
                : Optional.of("The quote cannot be decided any more.");
    }

    private static Optional<String> moved(WebhookMessage told, List<WebhookMessage> later, Set<String> over) {
        ClockWord clock = told.data().clock();
        return later.stream()
                .filter(word -> over.contains(word.type()))
                .filter(word -> isSameCycle(word.data().clock(), clock))
                .map(word -> "The clock has moved on: " + word.type() + ".")
                .findFirst();
    }

    private static boolean isSameCycle(ClockWord one, ClockWord other) {
        return one.clock().equals(other.clock()) && one.cycle().equals(other.cycle());
    }
}

package dev.remit.notifications.mailkinds;

import static dev.remit.notifications.mailkinds.Audience.APPROVER;
import static dev.remit.notifications.mailkinds.Audience.DEPUTIES;
import static dev.remit.notifications.mailkinds.Audience.OWNER;
import static dev.remit.notifications.mailkinds.Audience.SERVICE_DESK;
import static dev.remit.notifications.mailkinds.Audience.TECHNICIAN;

import dev.remit.notifications.notifications.NotificationType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody is written to about, by the name that settings know it by, and who is where no rule says otherwise. */
public enum MailKind {
    QUOTE_SENT("quote.sent", Choice.DEMANDED, Set.of(NotificationType.QUOTE_SENT), APPROVER, DEPUTIES),
    QUOTE_REMINDER("quote.reminder", Choice.DEMANDED, Set.of(), APPROVER, DEPUTIES),
    QUOTE_DECIDED(
            "quote.decided",
            Choice.FREE,
            Set.of(NotificationType.QUOTE_APPROVED, NotificationType.QUOTE_DECLINED, NotificationType.QUOTE_EXPIRED),
            SERVICE_DESK),
    CLOCK_WARNING("clock.warning", Choice.FREE, Set.of(NotificationType.CLOCK_WARNING), SERVICE_DESK),
    /** To whom the rule says, and to nobody else unless an owner says so. */
    CLOCK_ESCALATED("clock.escalated", Choice.FREE, Set.of(NotificationType.CLOCK_ESCALATED)),
    CLOCK_BREACHED("clock.breached", Choice.FREE, Set.of(NotificationType.CLOCK_BREACHED), SERVICE_DESK),
    CAP_NEAR("cap.near", Choice.FREE, Set.of(NotificationType.CAP_NEAR), APPROVER, TECHNICIAN),
    AGREEMENT_PROPOSED(
            "agreement.proposed", Choice.DEMANDED, Set.of(NotificationType.AGREEMENT_PROPOSED), APPROVER, OWNER),
    AGREEMENT_SIGNED("agreement.signed", Choice.DEMANDED, Set.of(NotificationType.AGREEMENT_SIGNED), APPROVER, OWNER),
    AGREEMENT_ENDING("agreement.ending", Choice.DEMANDED, Set.of(NotificationType.AGREEMENT_ENDING), OWNER),
    /** Gathered until the next morning. */
    REVIEWS_WAITING("reviews.waiting", Choice.FREE, Set.of(NotificationType.REVIEW_RAISED), SERVICE_DESK),
    SUBSCRIPTION_DISABLED("subscription.disabled", Choice.DEMANDED, Set.of(), OWNER),
    WEEKLY_DIGEST("digest.weekly", Choice.FREE, Set.of(), OWNER);

    private enum Choice {
        /** An agreement or the working of the system rests on it. */
        DEMANDED,
        FREE
    }

    private final String name;
    private final Choice choice;
    private final Set<NotificationType> types;
    private final List<Audience> usual;

    MailKind(String name, Choice choice, Set<NotificationType> types, Audience... usual) {
        this.name = name;
        this.choice = choice;
        this.types = types;
        this.usual = List.of(usual);
    }

    /** Such as {@code quote.sent}. */
    public String wireName() {
        return name;
    }

    /** Whether nobody can switch it off. */
    public boolean isDemanded() {
        return choice == Choice.DEMANDED;
    }

    /** Who is written to where no rule says otherwise. */
    public List<Audience> usual() {
        return usual;
    }

    /** Each once, in order. */
    public static List<String> names(Collection<MailKind> kinds) {
        return kinds.stream().map(MailKind::wireName).distinct().sorted().toList();
    }

    /** What is written about something of which receivers are told too. */
    public static Optional<MailKind> of(NotificationType type) {
        return Arrays.stream(values()).filter(kind -> kind.types.contains(type)).findFirst();
    }

    public static Optional<MailKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name.equals(name)).findFirst();
    }
}

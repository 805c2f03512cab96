package dev.remit.notifications.notifications;

import dev.remit.kit.openapi.WebhookTypes;
import java.util.Arrays;
import java.util.Optional;

/** What is told of, by the name that receivers know it by. */
@WebhookTypes(data = WebhookData.class)
public enum NotificationType {
    TICKET_RECEIVED("ticket.received", SubjectKind.TICKET),
    RULING_MADE("ruling.made", SubjectKind.WORK_ITEM),
    RULING_CHANGED("ruling.changed", SubjectKind.WORK_ITEM),
    RULING_FACTS_CHANGED("ruling.facts_changed", SubjectKind.WORK_ITEM),
    CLOCK_WARNING("clock.warning", SubjectKind.TICKET),
    CLOCK_ESCALATED("clock.escalated", SubjectKind.TICKET),
    CLOCK_BREACHED("clock.breached", SubjectKind.TICKET),
    CLOCK_MET("clock.met", SubjectKind.TICKET),
    CLOCK_CORRECTED("clock.corrected", SubjectKind.TICKET),
    QUOTE_SENT("quote.sent", SubjectKind.QUOTE),
    QUOTE_APPROVED("quote.approved", SubjectKind.QUOTE),
    QUOTE_DECLINED("quote.declined", SubjectKind.QUOTE),
    QUOTE_EXPIRED("quote.expired", SubjectKind.QUOTE),
    QUOTE_WITHDRAWN("quote.withdrawn", SubjectKind.QUOTE),
    WORK_AUTHORISED("work.authorised", SubjectKind.WORK_ITEM),
    CAP_NEAR("cap.near", SubjectKind.WORK_ITEM),
    EXTRA_RATED("extra.rated", SubjectKind.EXTRA),
    EXTRA_HELD("extra.held", SubjectKind.EXTRA),
    EXTRA_CORRECTED("extra.corrected", SubjectKind.EXTRA),
    BATCH_CREATED("batch.created", SubjectKind.BATCH),
    AGREEMENT_PROPOSED("agreement.proposed", SubjectKind.AGREEMENT),
    AGREEMENT_TAKEN_BACK("agreement.taken_back", SubjectKind.AGREEMENT),
    AGREEMENT_SIGNED("agreement.signed", SubjectKind.AGREEMENT),
    AGREEMENT_ENDING("agreement.ending", SubjectKind.AGREEMENT),
    REVIEW_RAISED("review.raised", SubjectKind.REVIEW),
    REVIEW_ENDED("review.ended", SubjectKind.REVIEW),
    /** Asked for by hand, to see that a receiver is reached. */
    WEBHOOK_TEST("webhook.test", SubjectKind.SUBSCRIPTION);

    private final String name;
    private final SubjectKind subjectKind;

    NotificationType(String name, SubjectKind subjectKind) {
        this.name = name;
        this.subjectKind = subjectKind;
    }

    /** Such as {@code clock.breached}. */
    public String wireName() {
        return name;
    }

    SubjectKind subjectKind() {
        return subjectKind;
    }

    /** The type of a name to which somebody may subscribe. */
    public static Optional<NotificationType> subscribable(String name) {
        return Arrays.stream(values())
                .filter(type -> type != WEBHOOK_TEST && type.name.equals(name))
                .findFirst();
    }
}

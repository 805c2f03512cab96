package dev.remit.notifications.notifications;

import java.util.UUID;

/**
 * How a subject stands now. Of the last nine members it has those that its type speaks of.
 *
 * @param sequence counts what was told of the subject, from 1 without gaps
 * @param client null where the subject is no client's
 * @param ticket null where the subject has none
 */
public record WebhookData(
        long sequence,
        Subject subject,
        ClientKey client,
        TicketKey ticket,
        RulingWord ruling,
        ClockWord clock,
        QuoteWord quote,
        AuthorisationWord authorisation,
        AgreementWord agreement,
        CapWord cap,
        ExtraWord extra,
        BatchWord batch,
        ReviewWord review) {

    /** What it is about. */
    public record Subject(SubjectKind kind, UUID id) {}

    /**
     * @param code by which the MSP knows the client
     */
    public record ClientKey(UUID id, String code) {}

    /**
     * @param connection the source's name
     * @param externalId the source's key
     */
    public record TicketKey(UUID id, String connection, String externalId) {}
}

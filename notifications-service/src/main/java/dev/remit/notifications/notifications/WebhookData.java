package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        @MayBeAbsent ClientKey client,
        @MayBeAbsent TicketKey ticket,
        @MayBeAbsent RulingWord ruling,
        @MayBeAbsent ClockWord clock,
        @MayBeAbsent QuoteWord quote,
        @MayBeAbsent AuthorisationWord authorisation,
        @MayBeAbsent AgreementWord agreement,
        @MayBeAbsent CapWord cap,
        @MayBeAbsent ExtraWord extra,
        @MayBeAbsent BatchWord batch,
        @MayBeAbsent ReviewWord review) {

    /** What it is about. */
    @Schema(name = "WebhookSubject")
    public record Subject(SubjectKind kind, UUID id) {}

    /**
     * @param code by which the MSP knows the client
     */
    @Schema(name = "WebhookClient")
    public record ClientKey(UUID id, String code) {}

    /**
     * @param connection the source's name
     * @param externalId the source's key
     */
    @Schema(name = "WebhookTicket")
    public record TicketKey(UUID id, String connection, String externalId) {}
}
